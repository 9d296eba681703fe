import type { Acts, Partner } from '@samenbord/shared/board';
import { useEffect, useRef } from 'react';
import { useText } from '../i18n/index.ts';
import type { BoardSession, MeetingCalls, Readable } from '../session/index.ts';
import { useReadable } from '../ui/index.ts';
import { Poster } from './Poster.tsx';
import { progressOf, written } from './poster.ts';
import { type OpenHomework, useHomework } from './useHomework.ts';

interface OwnHomeworkProps {
  readonly session: BoardSession;
  readonly partner: Partner;
  readonly acts: Readable<Acts>;
  readonly calls: MeetingCalls;
  /** Opens the sheet on which it comes. */
  readonly onBoard: () => void;
}

/** One's own partner's homework: fetched, then shown as a poster. */
export function OwnHomework({ session, partner, ...rest }: OwnHomeworkProps) {
  const open = useHomework(session, partner.id);
  return open === undefined ? null : <Opened open={open} partner={partner} {...rest} />;
}

interface OpenedProps extends Omit<OwnHomeworkProps, 'session'> {
  readonly open: OpenHomework;
}

function Opened({ onBoard, ...parts }: OpenedProps) {
  const t = useText('homework');
  const { open } = parts;
  const loaded = useReadable(open.homework.view, (view) => view.loaded);
  const kind = useReadable(open.source.status, (status) => status.kind);
  useStarted(parts);
  if (loaded) return <Poster {...parts} onBoard={onBoard} />;
  const words = { ended: t('ended'), offline: t('unreachable') }[kind as 'ended' | 'offline'] ?? t('loading');
  return (
    <p className="homework-waiting" role="status">
      {words}
    </p>
  );
}

/**
 * Says that this partner has begun, when words that were written here are kept; again when that failed. Not when
 * there are words and the status goes back: then they are being erased, also where they come in once more.
 */
function useStarted({ open, partner, acts, calls }: Omit<OpenedProps, 'onBoard'>): void {
  const { status } = progressOf(useReadable(acts), partner.id);
  const hasWords = useReadable(open.homework.view, (view) => written(view.cards).length > 0);
  const saved = useReadable(open.source.status, ({ kind }) => kind === 'saved');
  const news = useRef(false);
  useEffect(() => {
    const own = open.source.status;
    return own.subscribe(() => {
      const now = own.get();
      if ('waiting' in now && now.waiting > 0) news.current = true;
    });
  }, [open]);
  useEffect(() => {
    if (!news.current || !hasWords || !saved) return;
    news.current = false;
    if (status !== 'notStarted') return;
    calls.setHomework('inProgress').catch(() => {
      // The others only see a status: not worth a notice when it comes with a later sticker.
      news.current = true;
    });
  }, [status, hasWords, saved, calls]);
}
