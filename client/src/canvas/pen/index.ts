import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/pictorial.ts';

addTexts('pictorial', texts);

/** Drawing by hand: fetched when somebody first takes up the pen. */
export { PenBar } from './PenBar.tsx';
export { FIRST_PEN, readyPens, togglePen } from './pen.ts';
