import Ellipsis from 'lucide-react/icons/ellipsis';
import ImageDown from 'lucide-react/icons/image-down';
import Languages from 'lucide-react/icons/languages';
import Link from 'lucide-react/icons/link';
import { useText } from '../../i18n/index.ts';
import { Button, IconButton, MenuButton } from '../../ui/index.ts';
import { LanguageSwitch, useLanguageSwitch } from '../frame/LanguageSwitch.tsx';

interface HeaderActionsProps {
  readonly onPicture: () => void;
  /** Absent where this browser does not have the links. */
  readonly onLinks: (() => void) | undefined;
}

/** Buttons where there is room, one menu where there is not. */
export function HeaderActions({ onPicture, onLinks }: HeaderActionsProps) {
  const t = useText('app');
  const { words, change } = useLanguageSwitch();
  const items = [
    ...(onLinks
      ? [{ key: 'links', label: t('links.short'), icon: <Link aria-hidden />, onChoose: onLinks }]
      : []),
    { key: 'picture', label: t('picture.short'), icon: <ImageDown aria-hidden />, onChoose: onPicture },
    { key: 'language', label: words, icon: <Languages aria-hidden />, onChoose: change },
  ];
  return (
    <div className="board-actions">
      <div className="board-actions-wide">
        {onLinks === undefined ? null : (
          <Button tone="plain" icon={<Link aria-hidden />} onClick={onLinks}>
            {t('links.short')}
          </Button>
        )}
        <Button tone="plain" icon={<ImageDown aria-hidden />} onClick={onPicture}>
          {t('picture.short')}
        </Button>
        <LanguageSwitch />
      </div>
      <div className="board-actions-narrow">
        <MenuButton
          label={t('more.label')}
          items={items}
          opener={(props) => (
            <IconButton {...props} label={t('more.label')} icon={<Ellipsis aria-hidden />} />
          )}
        />
      </div>
    </div>
  );
}
