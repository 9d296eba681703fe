import { addTexts } from '../../i18n/index.ts';
import { texts as colors } from '../../i18n/nl/colors.ts';
import '../troubleTexts.ts';
import '../welcomeTexts.ts';

addTexts('colors', colors);
