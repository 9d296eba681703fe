import { addTexts } from '../i18n/index.ts';
import { texts } from '../i18n/nl/near.ts';

addTexts('near', texts);
