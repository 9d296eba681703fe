import { addTexts } from '../i18n/index.ts';
import { texts } from '../i18n/nl/welcome.ts';

addTexts('welcome', texts);
