import type { BoardLinks } from '@samenbord/shared/protocol';
import { useEffect, useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { readInvitation } from '../../session/join.ts';
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
  const known = useReadable(recent, (boards) => boards.find((one) => one.board === board));
  const title = known?.title ?? t('links.none.title');
  useTitle(title);
  const partners = usePartners(board, known?.links);
  if (known?.links === undefined)
    return (
      <Page>
        <Message
          title={t('links.none.title')}
          actions={<Button onClick={() => go({ page: 'start' })}>{t('action.toStart')}</Button>}
        >
          <p>{t('links.none.text')}</p>
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
            <h1>{t('links.title')}</h1>
            <p>{t('links.lead')}</p>
          </div>
          <Button
            tone="primary"
            onClick={() => go({ page: 'board', board }, secretOfLink(links.facilitator))}
          >
            {t('links.open')}
          </Button>
        </header>
        {partners === undefined ? null : <LinkList links={links} partners={partners} />}
        <p className="links-later">{t(canRemember() ? 'links.later' : 'links.now')}</p>
      </div>
    </Page>
  );
}

/** Asks each partner's link whom it is for: this browser keeps links, not who is at the table. */
function usePartners(board: string, links: BoardLinks | undefined): readonly LinkedPartner[] | undefined {
  const [partners, setPartners] = useState<readonly LinkedPartner[]>();
  useEffect(() => {
    let current = true;
    const asked = (links?.partners ?? []).map(({ url }) => readInvitation(board, secretOfLink(url) ?? ''));
    void Promise.allSettled(asked).then((answers) => {
      const found = answers.flatMap((answer) =>
        answer.status === 'fulfilled' && answer.value.partner !== undefined ? [answer.value.partner] : [],
      );
      if (current) setPartners(found);
    });
    return () => {
      current = false;
    };
  }, [board, links]);
  return partners;
}
