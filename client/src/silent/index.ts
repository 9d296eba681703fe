import { addTexts } from '../i18n/index.ts';
import { texts } from '../i18n/nl/silent.ts';
import { SilentWriting } from './SilentWriting.tsx';
import './silent.css';

addTexts('silent', texts);

export { SilentWriting };
