import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/presenting.ts';

addTexts('presenting', texts);

/** What is fetched when somebody first presents a field. */
export { present } from './fields.ts';
export { Presentation } from './Presentation.tsx';
