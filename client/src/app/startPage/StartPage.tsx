import './texts.ts';
import { useText } from '../../i18n/index.ts';
import { Page } from '../frame/Page.tsx';
import { useTitle } from '../frame/useTitle.ts';
import { CodeCard } from './CodeCard.tsx';
import { DemoCard } from './DemoCard.tsx';
import { Illustration } from './Illustration.tsx';
import { NewBoardForm } from './NewBoardForm.tsx';
import { RecentBoards } from './RecentBoards.tsx';
import './start-page.css';

/** Where everything begins: what this is, a board to make, the demo, boards opened before. */
export function StartPage() {
  const t = useText('welcome');
  useTitle('');
  return (
    <Page width="wide">
      <div className="start">
        <div className="start-intro">
          <h1>{t('start.title')}</h1>
          <p className="start-lead">{t('start.lead')}</p>
          <Illustration />
        </div>
        <NewBoardForm />
        <div className="start-aside">
          <CodeCard />
          <RecentBoards />
          <DemoCard />
        </div>
      </div>
    </Page>
  );
}
