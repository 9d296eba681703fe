import Eye from 'lucide-react/icons/eye';
import Info from 'lucide-react/icons/info';
import Pause from 'lucide-react/icons/pause';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/index.ts';
import { Button, useReadable } from '../../ui/index.ts';
import { explanationOf } from './saveWords.ts';
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
  return (
    <div className="board-banners">
      <div aria-live="assertive">
        {explanation === undefined ? null : (
          <Banner tone="trouble" icon={<TriangleAlert aria-hidden />}>
            <p>{t(explanation)}</p>
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
