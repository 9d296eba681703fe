import type { LinkInfo, LinkSettings } from '@samenbord/shared/protocol';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import {
  ApiFailure,
  type BoardSession,
  join,
  type LinkCalls,
  linkCalls,
  type NewLink,
  serverClock,
} from '../../session/index.ts';
import { announce, notify, useReadable } from '../../ui/index.ts';
import { secretOfLink } from '../address.ts';
import { recent } from '../recent.ts';
import { addressOf } from './linkState.ts';

/** The links of the board one facilitates, and what one does with them. */
export interface LinksHandle {
  /** `undefined` until the server has answered. */
  readonly links: readonly LinkInfo[] | undefined;
  readonly failed: boolean;
  /** The link one came in by oneself. */
  readonly own: string;
  readonly calls: LinkCalls;
  readonly addressOf: (link: LinkInfo) => string | undefined;
  readonly reload: () => void;
  /** Each: whether it was done; when not, a notice has said why. */
  readonly make: (link: NewLink) => Promise<boolean>;
  readonly change: (link: LinkInfo, settings: LinkSettings) => Promise<boolean>;
  readonly withdraw: (link: LinkInfo) => Promise<boolean>;
  readonly replace: (link: LinkInfo) => Promise<boolean>;
}

/** @param mine id of the link one came in by */
export function useLinks(session: BoardSession, mine: string): LinksHandle {
  const t = useText('links');
  const { board, me, ticket } = session;
  const calls = useMemo(() => linkCalls(board, ticket), [board, ticket]);
  const [links, setLinks] = useState<readonly LinkInfo[]>();
  const [failed, setFailed] = useState(false);
  const [own, setOwn] = useState(mine);
  const known = useReadable(recent, (boards) => boards.find((one) => one.board === board));

  const reload = useCallback(() => {
    setFailed(false);
    calls.list().then(setLinks, () => setFailed(true));
  }, [calls]);
  useEffect(reload, [reload]);
  // Whether a link has ended is by the server's clock, which may be another than that of this computer.
  useReadable(serverClock.offset);
  useEffect(() => void serverClock.keep(), []);

  const attempt = async (act: () => Promise<unknown>, done: string): Promise<boolean> => {
    try {
      await act();
      announce(done);
      return true;
    } catch (error) {
      notify({ text: t(`failed.${reasonOf(error)}`), tone: 'trouble' });
      return false;
    } finally {
      setLinks(await calls.list().catch(() => links));
    }
  };

  return {
    links,
    failed,
    own,
    calls,
    reload,
    addressOf: (link) => addressOf(link, links ?? [], known),
    make: (link) =>
      attempt(async () => {
        const made = await calls.make(link);
        recent.keepLink(board, made.link.id, made.url);
      }, t('done.made')),
    change: (link, settings) => attempt(() => calls.change(link.id, settings), t('done.changed')),
    withdraw: (link) => attempt(() => calls.withdraw(link.id), t('done.withdrawn')),
    replace: (link) =>
      attempt(async () => {
        const old = addressOf(link, links ?? [], known);
        const made = await calls.replace(link.id);
        recent.keepLink(board, made.link.id, made.url, old);
        if (link.id !== own) return;
        // One's own connections ended with it: in again by the new one, as the same person.
        await join(board, secretOfLink(made.url) ?? '', me.name, me.duty);
        setOwn(made.link.id);
        session.resume();
      }, t('done.replaced')),
  };
}

function reasonOf(error: unknown) {
  if (!(error instanceof ApiFailure)) return 'server';
  switch (error.code) {
    case 'network':
      return 'network';
    case 'forbidden':
      return 'last';
    case 'conflict':
      return 'conflict';
    default:
      return 'server';
  }
}
