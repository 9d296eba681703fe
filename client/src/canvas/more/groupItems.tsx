import Group from 'lucide-react/icons/group';
import Name from 'lucide-react/icons/text-cursor-input';
import Ungroup from 'lucide-react/icons/ungroup';
import type { MenuItem } from '../../ui/index.ts';
import { type ActContext, groupsOfSelected } from '../acts.ts';
import { actItem } from './actItem.ts';
import type { Say } from './say.ts';

/** A frame around what is selected; for one that is there, its name and its end. */
export function groupItems(context: ActContext, t: Say, isFree: boolean): readonly MenuItem[] {
  const { model } = context;
  const groups = groupsOfSelected(model);
  const [only] = groups.length === 1 ? groups : [];
  return [
    ...(isFree ? [{ ...actItem(context, t, 'group', <Group aria-hidden />), apart: true }] : []),
    ...(only === undefined
      ? []
      : [
          {
            key: 'nameGroup',
            label: t('group.rename'),
            icon: <Name aria-hidden />,
            takesFocus: true,
            onChoose: () => model.part.set({ kind: 'group', ids: [], group: only }),
          },
        ]),
    ...(groups.length > 0 ? [actItem(context, t, 'ungroup', <Ungroup aria-hidden />)] : []),
  ];
}
