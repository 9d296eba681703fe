import type { LinkKind } from '@samenbord/shared/board';
import Lines from 'lucide-react/icons/git-commit-horizontal';
import Link from 'lucide-react/icons/spline';
import type { StickerView } from '../../board/types.ts';
import { text } from '../../i18n/index.ts';
import type { MenuItem } from '../../ui/index.ts';
import type { ActContext } from '../acts.ts';
import { actItem } from './actItem.ts';
import { lineFrom } from './lineNames.ts';
import type { Say } from './say.ts';

/** Drawing a line, and the lines there are. */
export function linkItems(context: ActContext, t: Say, only: StickerView | undefined): readonly MenuItem[] {
  const { model } = context;
  const make = actItem(context, t, 'link', <Link aria-hidden />);
  if (!only) return [{ ...make, label: t('line.both'), apart: true }];
  const links = model.view().links.filter(({ from, to }) => from === only.id || to === only.id);
  const say = (key: `link.${LinkKind}`) => text('canvas', key);
  const lines = {
    key: 'lines',
    label: t('line.list'),
    icon: <Lines aria-hidden />,
    items: links.map((link) => ({
      key: link.id,
      label: lineFrom(model, link, only.id, t, say),
      takesFocus: true,
      onChoose: () => {
        model.lines.choose(link.id);
        context.enterToolbar();
      },
    })),
  };
  return [{ ...make, apart: true }, ...(links.length > 0 ? [lines] : [])];
}
