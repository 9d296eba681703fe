import type { Partner } from '@samenbord/shared/board';
import type { LinkInfo } from '@samenbord/shared/protocol';
import Plus from 'lucide-react/icons/plus';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { type BoardSession, serverClock } from '../../session/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Button } from '../../ui/index.ts';
import { isOnlyHere } from '../address.ts';
import { LinkCard } from './LinkCard.tsx';
import { inOrder, numbersOf, stateOf } from './linkState.ts';
import { NewLinkForm } from './NewLinkForm.tsx';
import { ShowDialog } from './ShowDialog.tsx';
import './texts.ts';
import '../linksPage/links.css';
import './manage.css';
import { type LinksHandle, useLinks } from './useLinks.ts';

interface LinksDialogProps {
  readonly session: BoardSession;
  /** Id of the link one came in by oneself. */
  readonly mine: string;
  readonly partners: readonly Partner[];
  readonly onClose: () => void;
}

/** The links of the board, for who facilitates it: giving them out, setting them, replacing and ending them. */
export function LinksDialog({ session, mine, partners, onClose }: LinksDialogProps) {
  const t = useText('links');
  const handle = useLinks(session, mine);
  const [shown, setShown] = useState<{ readonly link: LinkInfo; readonly whom: string }>();
  const [adding, setAdding] = useState(false);
  return (
    <Dialog
      title={t('title')}
      size="wide"
      onClose={onClose}
      footer={
        adding ? undefined : (
          <Button icon={<Plus aria-hidden />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <p className="manage-lead">{t('lead')}</p>
      {adding ? (
        <NewLinkForm partners={partners} onMake={handle.make} onClose={() => setAdding(false)} />
      ) : null}
      <List handle={handle} partners={partners} onShow={(link, whom) => setShown({ link, whom })} />
      {shown === undefined ? null : (
        <ShowDialog
          {...shown}
          address={handle.addressOf(shown.link)}
          calls={handle.calls}
          onClose={() => setShown(undefined)}
        />
      )}
    </Dialog>
  );
}

interface ListProps {
  readonly handle: LinksHandle;
  readonly partners: readonly Partner[];
  readonly onShow: (link: LinkInfo, whom: string) => void;
}

function List({ handle, partners, onShow }: ListProps) {
  const t = useText('links');
  const { links, failed, reload } = handle;
  if (links === undefined)
    return failed ? (
      <div className="manage-failed" role="alert">
        <p>{t('failed.list')}</p>
        <Button onClick={reload}>{t('retry')}</Button>
      </div>
    ) : (
      <p className="manage-loading">{t('loading')}</p>
    );
  const now = serverClock.now();
  const ordered = inOrder(links, partners);
  const working = ordered.filter((link) => stateOf(link, now) === 'works');
  const over = ordered.filter((link) => stateOf(link, now) !== 'works');
  // What works is called by what works: one that took another's place has its name.
  const numbers = new Map([...numbersOf(working, partners), ...numbersOf(over, partners)]);
  const card = (link: LinkInfo) => (
    <LinkCard
      key={link.id}
      link={link}
      partner={partners.find(({ id }) => id === link.partner)}
      number={numbers.get(link.id) ?? 1}
      handle={handle}
      onShow={(whom) => onShow(link, whom)}
    />
  );
  return (
    <>
      {working.some((link) => isOnlyHere(handle.addressOf(link) ?? '')) ? (
        <p className="links-only-here">
          <TriangleAlert aria-hidden />
          <span>{t('onlyHere')}</span>
        </p>
      ) : null}
      <ul className="manage-list">{working.map(card)}</ul>
      {over.length === 0 ? null : (
        <details className="manage-over">
          <summary>{t('over', { count: over.length })}</summary>
          <ul className="manage-list">{over.map(card)}</ul>
        </details>
      )}
    </>
  );
}
