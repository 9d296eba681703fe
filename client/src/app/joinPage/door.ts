import '../troubleTexts.ts';
import '../welcomeTexts.ts';

/** What somebody sees who has not been on the board before; who has is spared it. */
export { JoinForm } from './JoinForm.tsx';
export { WaitingPage } from './WaitingPage.tsx';
