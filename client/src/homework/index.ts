import { addTexts } from '../i18n/index.ts';
import { texts } from '../i18n/nl/homework.ts';
import { HomeworkPage } from './HomeworkPage.tsx';
import './homework.css';

addTexts('homework', texts);

export type { HomeworkPageProps } from './HomeworkPage.tsx';
export { HomeworkPage };
