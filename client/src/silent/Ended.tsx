import { useEffect, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { Button, CopyButton, notify, useReadable } from '../ui/index.ts';
import { addLate } from './addLate.ts';
import { type LeftOver, leftOver } from './leftOver.ts';
import type { RoundParts } from './parts.ts';
import type { OpenSilent } from './useSilent.ts';

interface EndedProps {
  readonly parts: RoundParts;
  readonly open: OpenSilent;
  readonly onClose: () => void;
}

/** How long the board may take to show what the round had, in ms, before it counts as not shown. */
const SHOWN_WITHIN = 4_000;

/** After a round: what of one's own did not come on the board is offered, so that nobody loses a word. */
export function Ended({ parts, open, onClose }: EndedProps) {
  const left = useLeftOver(parts, open);
  const t = useText('silent');
  useEffect(() => {
    if (left?.kind !== 'nothing') return;
    if (open.silent.view.get().notes.length > 0) notify({ text: t('over.revealed') });
    onClose();
  }, [left, open, onClose, t]);
  if (left === undefined || left.kind === 'nothing') return null;
  return <Offer parts={parts} left={left} onClose={onClose} />;
}

/** What one wrote, as it stood when the round ended: nothing is written any more. */
type Mine = Pick<Parameters<typeof leftOver>[0], 'notes' | 'unsent'>;

/** `undefined` while the board may still be on its way. */
function useLeftOver({ board, session }: RoundParts, { silent, desk }: OpenSilent): LeftOver | undefined {
  const [mine, setMine] = useState<Mine>();
  useEffect(() => {
    desk.finish();
    setMine({ notes: silent.view.get().notes, unsent: silent.unsent() });
  }, [silent, desk]);
  const byId = useReadable(board.view, (view) => view.byId);
  const seen = useSeen(board, mine?.notes ?? NOTHING);
  const isOnline = useReadable(session.status, ({ kind }) => kind !== 'offline' && kind !== 'ended');
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    if (!isOnline) return;
    const timer = setTimeout(() => setWaited(true), SHOWN_WITHIN);
    return () => clearTimeout(timer);
  }, [isOnline]);
  if (mine === undefined) return undefined;
  const left = leftOver({ ...mine, onBoard: (id) => byId.get(id)?.text, seen });
  return left.kind === 'dropped' && !waited ? undefined : left;
}

const NOTHING: Mine['notes'] = [];

/** Those of one's own stickers that were on the board at any moment since. */
function useSeen({ view }: RoundParts['board'], notes: Mine['notes']): ReadonlySet<string> {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const look = (): void =>
      setSeen((before) => {
        const more = notes.filter(({ id }) => !before.has(id) && view.get().byId.has(id));
        return more.length === 0 ? before : new Set([...before, ...more.map(({ id }) => id)]);
      });
    look();
    return view.subscribe(look);
  }, [view, notes]);
  return seen;
}

interface OfferProps {
  readonly parts: RoundParts;
  readonly left: Exclude<LeftOver, { readonly kind: 'nothing' }>;
  readonly onClose: () => void;
}

function Offer({ parts, left: { kind, notes }, onClose }: OfferProps) {
  const t = useText('silent');
  const isOffline = useReadable(parts.session.status, (status) => status.kind === 'offline');
  const add = () => {
    if (!addLate(parts.board, parts.round, notes, parts.session.me.partner ?? null)) {
      notify({ text: t('late.full'), tone: 'trouble' });
      return;
    }
    notify({ text: t('late.added', { count: notes.length }) });
    onClose();
  };
  return (
    <section className="silent-left" aria-labelledby="silent-left-title">
      <h2 id="silent-left-title">{t(`${kind}.title`)}</h2>
      <p>{t(`${kind}.text`)}</p>
      <ul>
        {notes.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {kind === 'late' && isOffline ? <p role="status">{t('late.offline')}</p> : null}
      <div className="silent-left-actions">
        <CopyButton
          text={notes.map(({ text }) => text).join('\n\n')}
          label={t('copy.label')}
          words={t('copy.words')}
        />
        <Button onClick={onClose}>{t(kind === 'late' ? 'late.drop' : 'close')}</Button>
        {kind === 'late' ? (
          <Button tone="primary" disabled={isOffline} onClick={add}>
            {t('late.add', { count: notes.length })}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
