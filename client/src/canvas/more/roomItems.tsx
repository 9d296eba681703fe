import type { RegionId } from '@samenbord/shared/layout';
import Projector from 'lucide-react/icons/projector';
import Shrink from 'lucide-react/icons/shrink';
import { fieldName } from '../../board/fieldName.ts';
import { language } from '../../i18n/index.ts';
import type { MenuItem } from '../../ui/index.ts';
import type { ActContext } from '../acts.ts';
import { shrinkAndSay } from '../full/offering.ts';
import { canShrink } from '../full/shrinking.ts';
import { actItem } from './actItem.ts';
import type { Say } from './say.ts';

/** One field large and the rest dimmed. */
export function presentItem(context: ActContext, t: Say, region: RegionId): MenuItem {
  return {
    ...actItem(context, t, 'present', <Projector aria-hidden />),
    onChoose: () => context.model.fetched.present(region),
  };
}

/** Making room in a field, where smaller stickers would make some. */
export function roomItems({ model }: ActContext, t: Say, region: RegionId): readonly MenuItem[] {
  if (!canShrink(model, region)) return [];
  const field = fieldName(model.sheet().layout, region, model.view().partners, language());
  return [
    {
      key: 'shrink',
      label: t('full.menu'),
      icon: <Shrink aria-hidden />,
      onChoose: () => shrinkAndSay(model, region, field),
    },
  ];
}
