import { addTexts } from '../../i18n/index.ts';
import { texts as colors } from '../../i18n/nl/colors.ts';
import { texts } from '../../i18n/nl/facilitate.ts';

// With the code that shows them, so that they are no part of the first load.
addTexts('facilitate', texts);
addTexts('colors', colors);
