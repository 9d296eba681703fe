import '../welcomeTexts.ts';
import type { BoardLinks } from '@samenbord/shared/protocol';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { ApiFailure, readInvitation } from '../../session/join.ts';
import { Button, useReadable } from '../../ui/index.ts';
import { secretOfLink } from '../address.ts';
import { Message } from '../frame/Message.tsx';
import { Page } from '../frame/Page.tsx';
import { useTitle } from '../frame/useTitle.ts';
import { recent } from '../recent.ts';
import { canRemember } from '../remembered.ts';
import { go } from '../route.ts';
import { type LinkedPartner, LinkList } from './LinkList.tsx';

/** The links to hand out, after making a board and whenever its maker comes back to them. */
export function LinksPage({ board }: { readonly board: string }) {
  const t = useText('app');
  const words = useText('welcome');
  const known = useReadable(recent, (boards) => boards.find((one) => one.board === board));
  const title = known?.title ?? words('links.none.title');
  useTitle(title);
  const asked = useAsked(board, known?.links);
  if (known?.links === undefined)
    return (
      <Page>
        <Message
          title={words('links.none.title')}
          actions={<Button onClick={() => go({ page: 'start' })}>{t('action.toStart')}</Button>}
        >
          <p>{words('links.none.text')}</p>
        </Message>
      </Page>
    );
  const { links } = known;
  return (
    <Page width="wide">
      <div className="links-page">
        <header className="links-head">
          <div>
            <p className="links-kicker">{title}</p>
            <h1>{words('links.title')}</h1>
            <p>{words('links.lead')}</p>
          </div>
          <Button
            tone="primary"
            onClick={() => go({ page: 'board', board }, secretOfLink(links.facilitator))}
          >
            {words('links.open')}
          </Button>
        </header>
        {asked === undefined ? null : <LinkList links={links} partners={asked.partners} dead={asked.dead} />}
        <p className="links-later">{words(canRemember() ? 'links.later' : 'links.now')}</p>
      </div>
    </Page>
  );
}

/** What the server says about links that this browser keeps. */
interface Asked {
  readonly partners: readonly LinkedPartner[];
  /** Addresses that work no more: another browser may have put others in their place. */
  readonly dead: ReadonlySet<string>;
}

/** Asks each link whom it is for and whether it works: this browser keeps links, not who is at the table. */
function useAsked(board: string, links: BoardLinks | undefined): Asked | undefined {
  const [found, setFound] = useState<Asked>();
  useEffect(() => {
    let current = true;
    const urls = links && [...links.partners.map(({ url }) => url), links.facilitator, links.observer];
    const asked = (urls ?? []).map((url) => readInvitation(board, secretOfLink(url) ?? ''));
    void Promise.allSettled(asked).then((answers) => {
      const partners = answers.flatMap((answer) =>
        answer.status === 'fulfilled' && answer.value.partner !== undefined ? [answer.value.partner] : [],
      );
      const dead = (urls ?? []).filter((_url, n) => isDead(answers[n]));
      if (current) setFound({ partners, dead: new Set(dead) });
    });
    return () => {
      current = false;
    };
  }, [board, links]);
  return found;
}

/** Whether the server said that a link opens nothing; not when it could not be asked. */
const isDead = (answer: PromiseSettledResult<unknown> | undefined): boolean =>
  answer?.status === 'rejected' &&
  answer.reason instanceof ApiFailure &&
  ['withdrawn-link', 'wrong-link'].includes(answer.reason.code);
