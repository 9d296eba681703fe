import { useEffect, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button, useFetched } from '../../ui/index.ts';
import { go } from '../route.ts';
import { isAtHand, PASSING, type Trouble, troubleWords } from '../trouble.ts';
import { troubleTexts } from '../troubleLater.ts';
import { Loading } from './Loading.tsx';
import { Message } from './Message.tsx';
import { Page } from './Page.tsx';
import { useTitle } from './useTitle.ts';

interface TroublePageProps {
  readonly trouble: Trouble;
  /** Tries again; also called by itself when the network comes back. */
  readonly onRetry: () => void;
}

/** What stands between the person and the board, in place of the page. */
export function TroublePage(props: TroublePageProps) {
  return isAtHand(props.trouble) ? <Said {...props} /> : <SaidLater {...props} />;
}

/** The same in words that are fetched; where they cannot be had, that is what is the matter. */
function SaidLater({ trouble, onRetry }: TroublePageProps) {
  const [failed, setFailed] = useState(false);
  const texts = useFetched(troubleTexts, () => setFailed(true));
  if (failed) return <Said trouble="network" onRetry={onRetry} />;
  return texts === undefined ? <Loading /> : <Said trouble={trouble} onRetry={onRetry} />;
}

function Said({ trouble, onRetry }: TroublePageProps) {
  const t = useText('app');
  const words = troubleWords(trouble);
  const passing = PASSING.has(trouble);
  useTitle(words.title);
  useEffect(() => {
    if (!passing) return;
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [passing, onRetry]);
  return (
    <Page>
      <Message
        title={words.title}
        actions={
          <>
            {passing ? (
              <Button tone="primary" onClick={onRetry}>
                {t('action.retry')}
              </Button>
            ) : null}
            {trouble === 'mismatch' ? (
              <Button tone="primary" onClick={() => window.location.reload()}>
                {t('action.reload')}
              </Button>
            ) : null}
            <Button onClick={() => go({ page: 'start' })}>{t('action.toStart')}</Button>
          </>
        }
      >
        <p>{words.text}</p>
      </Message>
    </Page>
  );
}
