import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/pictorial.ts';

addTexts('pictorial', texts);

/** Icons and emoji to choose from: fetched when somebody first does. */
export { SymbolDialog } from './SymbolDialog.tsx';
