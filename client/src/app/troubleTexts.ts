import { addTexts } from '../i18n/index.ts';
import { texts } from '../i18n/nl/trouble.ts';

addTexts('trouble', texts);
