import Eye from 'lucide-react/icons/eye';
import Info from 'lucide-react/icons/info';
import Pause from 'lucide-react/icons/pause';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { type ReactNode, useEffect, useState } from 'react';
import { fetchNear } from '../../canvas/index.ts';
import { useText } from '../../i18n/index.ts';
import type { SaveStatus } from '../../session/types.ts';
import { Button, useFetched, useReadable } from '../../ui/index.ts';
import { troubleTexts } from '../troubleLater.ts';
import { type Explained, explanationOf, saveWords } from './saveWords.ts';
import type { OpenBoard } from './useOpenBoard.ts';
import { useRejoin } from './useRejoin.ts';

interface BannersProps {
  readonly open: OpenBoard;
  readonly secret: string | undefined;
}

/** Lines under the header: why one cannot write, what is the matter with the connection, what is not shown. */
export function Banners({ open, secret }: BannersProps) {
  const { session, board } = open;
  const t = useText('app');
  const status = useReadable(session.status);
  const access = useReadable(board.view, (view) => (view.loaded ? view.access : 'write'));
  const nearlyFull = useReadable(session.nearlyFull);
  const unreadable = useReadable(board.view, (view) => view.unreadable);
  const explanation = explanationOf(status);
  useTroubleTexts();
  return (
    <div className="board-banners">
      <div aria-live="assertive">
        {explanation === undefined ? null : (
          <Banner tone="trouble" icon={<TriangleAlert aria-hidden />}>
            <Explanation status={status} of={explanation} />
            {status.kind === 'ended' ? <WayBack open={open} reason={status.reason} secret={secret} /> : null}
          </Banner>
        )}
      </div>
      <div aria-live="polite">
        {access === 'frozen' ? (
          <Banner tone="caution" icon={<Pause aria-hidden />}>
            <p>{t('access.frozen')}</p>
          </Banner>
        ) : null}
      </div>
      {access === 'observer' ? (
        <Banner tone="quiet" icon={<Eye aria-hidden />}>
          <p>{t('access.observer')}</p>
        </Banner>
      ) : null}
      {access === 'newer-schema' ? (
        <Banner tone="caution" icon={<Info aria-hidden />}>
          <p>{t('access.newer')}</p>
          <Reload />
        </Banner>
      ) : null}
      {nearlyFull && explanation === undefined ? (
        <Banner tone="caution" icon={<Info aria-hidden />}>
          <p role="status">{t('board.nearlyFull')}</p>
        </Banner>
      ) : null}
      {unreadable > 0 ? (
        <Banner tone="quiet" icon={<Info aria-hidden />}>
          <p>{t('board.unreadable', { count: unreadable })}</p>
        </Banner>
      ) : null}
    </div>
  );
}

interface ExplanationProps {
  readonly status: SaveStatus;
  readonly of: Explained;
}

/** What is the matter, at length; in the short words of the header where the long ones could not be fetched. */
function Explanation({ status, of }: ExplanationProps) {
  const t = useText('app');
  const explain = useText('trouble');
  const [failed, setFailed] = useState(false);
  const texts = useFetched(troubleTexts, () => setFailed(true));
  if (texts !== undefined) return <p>{explain(of)}</p>;
  const words = saveWords(status);
  return failed ? <p>{'count' in words ? t(words.key, { count: words.count }) : t(words.key)}</p> : null;
}

/** Fetches what to say of trouble after what one writes with: it comes when nothing may be to be had. */
function useTroubleTexts(): void {
  useEffect(
    () =>
      void fetchNear()
        .then(troubleTexts.get)
        .catch(() => undefined),
    [],
  );
}

interface BannerProps {
  readonly tone: 'quiet' | 'caution' | 'trouble';
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

function Banner({ tone, icon, children }: BannerProps) {
  return (
    <div className="board-banner" data-tone={tone}>
      {icon}
      {children}
    </div>
  );
}

function Reload() {
  const t = useText('app');
  return <Button onClick={() => window.location.reload()}>{t('action.reload')}</Button>;
}

interface WayBackProps {
  readonly open: OpenBoard;
  readonly reason: string;
  readonly secret: string | undefined;
}

/** After the connection ended: come back with what waits, or load anew where that cannot help. */
function WayBack({ open, reason, secret }: WayBackProps) {
  const t = useText('app');
  const { busy, rejoin } = useRejoin(open.session, secret);
  if (reason === 'forbidden' || reason === 'refused' || reason === 'full') return <Reload />;
  if (reason === 'no-board' || reason === 'over') return null;
  return (
    <Button disabled={busy} onClick={() => void rejoin()}>
      {t('action.reconnect')}
    </Button>
  );
}
