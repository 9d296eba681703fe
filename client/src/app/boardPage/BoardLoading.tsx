import { useText } from '../../i18n/index.ts';
import type { SessionHandle } from '../../session/types.ts';
import { useReadable } from '../../ui/index.ts';

/** In place of the sheet until the board is there: its outline, and what one is waiting for. */
export function BoardLoading({ session }: { readonly session: SessionHandle }) {
  const t = useText('app');
  const kind = useReadable(session.status, (status) => status.kind);
  if (kind === 'ended') return null;
  return (
    <div className="board-loading">
      <div className="board-loading-sheet" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
        <span />
      </div>
      <p role="status">{kind === 'offline' ? t('board.unreachable') : t('board.loading')}</p>
    </div>
  );
}
