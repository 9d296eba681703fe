import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/links.ts';

// With the code that shows them, so that they are no part of the first load.
addTexts('links', texts);
