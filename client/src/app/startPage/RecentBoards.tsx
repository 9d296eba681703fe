import Link from 'lucide-react/icons/link';
import X from 'lucide-react/icons/x';
import { useLocale, useText } from '../../i18n/index.ts';
import type { RecentBoard } from '../../session/recent.ts';
import { Button, IconButton, notify, useReadable } from '../../ui/index.ts';
import { recent } from '../recent.ts';
import { go } from '../route.ts';

/** The boards this browser opened before; nothing when there are none. */
export function RecentBoards() {
  const words = useText('welcome');
  const boards = useReadable(recent);
  if (boards.length === 0) return null;
  return (
    <section className="app-card start-recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{words('recent.title')}</h2>
      <ul>
        {boards.map((board) => (
          <Line key={board.board} board={board} />
        ))}
      </ul>
    </section>
  );
}

function Line({ board }: { readonly board: RecentBoard }) {
  const t = useText('app');
  const words = useText('welcome');
  const { board: id, title, role, links } = board;
  const date = new Intl.DateTimeFormat(useLocale(), { dateStyle: 'long' }).format(board.openedAt);
  const forget = () => {
    recent.forget(id);
    notify({
      text: words('recent.forgotten', { title }),
      action: { label: words('action.undo'), run: () => recent.remember(board) },
    });
  };
  return (
    <li className="start-recent-line">
      <a href={`/b/${id}`}>
        <strong>{title}</strong>
        <small>{words('recent.line', { role: t(`role.${role}`), date })}</small>
      </a>
      {links === undefined ? null : (
        <Button
          tone="plain"
          icon={<Link aria-hidden />}
          aria-label={words('recent.links', { title })}
          onClick={() => go({ page: 'links', board: id })}
        >
          {t('links.short')}
        </Button>
      )}
      <IconButton label={words('recent.forget', { title })} icon={<X aria-hidden />} onClick={forget} />
    </li>
  );
}
