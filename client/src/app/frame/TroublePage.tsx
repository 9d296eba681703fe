import { useEffect } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button } from '../../ui/index.ts';
import { go } from '../route.ts';
import { PASSING, type Trouble, troubleWords } from '../trouble.ts';
import { Message } from './Message.tsx';
import { Page } from './Page.tsx';
import { useTitle } from './useTitle.ts';

interface TroublePageProps {
  readonly trouble: Trouble;
  /** Tries again; also called by itself when the network comes back. */
  readonly onRetry: () => void;
}

/** What stands between the person and the board, in place of the page. */
export function TroublePage({ trouble, onRetry }: TroublePageProps) {
  const t = useText('app');
  const words = troubleWords(trouble);
  const passing = PASSING.has(trouble);
  useTitle(t(words.title));
  useEffect(() => {
    if (!passing) return;
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [passing, onRetry]);
  return (
    <Page>
      <Message
        title={t(words.title)}
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
        <p>{t(words.text)}</p>
      </Message>
    </Page>
  );
}
