import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/facilitate.ts';

// With the code that shows them, so that they are no part of the first load.
addTexts('facilitate', texts);
