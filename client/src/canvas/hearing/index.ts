import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/pictorial.ts';

addTexts('pictorial', texts);

/** Words for who hears the sheet, of what is no text: fetched when a board first has any. */
export { InkMirror } from './InkMirror.tsx';
export { symbolWords } from './symbolWords.ts';
