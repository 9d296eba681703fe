import type { BoardLinks } from '@samenbord/shared/protocol';
import { useText } from '../../i18n/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { type LinkedPartner, LinkList } from '../linksPage/LinkList.tsx';

interface LinksDialogProps {
  readonly links: BoardLinks;
  readonly partners: readonly LinkedPartner[];
  readonly onClose: () => void;
}

/** The links once more, from the board itself; only in the browser that made it. */
export function LinksDialog({ links, partners, onClose }: LinksDialogProps) {
  const t = useText('app');
  return (
    <Dialog title={t('links.title')} size="wide" onClose={onClose}>
      <p className="links-lead">{t('links.lead')}</p>
      <LinkList links={links} partners={partners} />
    </Dialog>
  );
}
