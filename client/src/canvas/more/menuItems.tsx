import { SIZES } from '@samenbord/shared/board';
import Align from 'lucide-react/icons/align-start-vertical';
import Front from 'lucide-react/icons/bring-to-front';
import Paste from 'lucide-react/icons/clipboard-paste';
import Copy from 'lucide-react/icons/copy';
import Duplicate from 'lucide-react/icons/copy-plus';
import Expand from 'lucide-react/icons/expand';
import Picture from 'lucide-react/icons/image';
import Tidy from 'lucide-react/icons/layout-grid';
import Lock from 'lucide-react/icons/lock';
import Fit from 'lucide-react/icons/maximize';
import Move from 'lucide-react/icons/move';
import Brush from 'lucide-react/icons/pen-line';
import Pencil from 'lucide-react/icons/pencil';
import Plus from 'lucide-react/icons/plus';
import Size from 'lucide-react/icons/scaling';
import Cut from 'lucide-react/icons/scissors';
import Search from 'lucide-react/icons/search';
import Back from 'lucide-react/icons/send-to-back';
import Smile from 'lucide-react/icons/smile';
import Select from 'lucide-react/icons/square-dashed-mouse-pointer';
import Trash from 'lucide-react/icons/trash-2';
import Namens from 'lucide-react/icons/user-round';
import Zoom from 'lucide-react/icons/zoom-in';
import { type MenuItem, PartnerMark } from '../../ui/index.ts';
import { ACTS, type ActContext, select } from '../acts.ts';
import { selectedOf } from '../copying.ts';
import type { OpenMenu } from '../openPart.ts';
import { choosePictures } from '../pictures/later.ts';
import { idsInField, idsOfPartner } from '../selecting.ts';
import { voteItem } from '../votes/voteItem.tsx';
import { actItem } from './actItem.ts';
import { alignItems } from './alignItems.tsx';
import { ORDERS, type Order, tidyField, tidySelection } from './arranging.ts';
import { groupItems } from './groupItems.tsx';
import { linkItems } from './linkItems.tsx';
import { copySelected, pasteFromMenu } from './menuClipboard.ts';
import { parkItems } from './parkItems.tsx';
import { presentItem, roomItems } from './roomItems.tsx';
import type { Say } from './say.ts';

/** What can be done with the selection. */
export function selectionItems(context: ActContext, t: Say): readonly MenuItem[] {
  const { model } = context;
  const stickers = selectedOf(model);
  const [only] = stickers.length === 1 ? stickers : [];
  const isFree = stickers.some(({ locked }) => !locked);
  const copy = {
    key: 'copy',
    label: t('act.copy'),
    icon: <Copy aria-hidden />,
    hint: t('key.ctrl', { key: 'C' }),
    apart: true,
    onChoose: () => void copySelected(context, false),
  };
  const look = { ...actItem(context, t, 'zoomSelection', <Zoom aria-hidden />), apart: true };
  const picture = only?.picture ? [actItem(context, t, 'showPicture', <Picture aria-hidden />)] : [];
  if (!model.canWrite()) return [...picture, copy, look];
  return [
    ...(only ? [actItem(context, t, 'open', <Pencil aria-hidden />)] : []),
    ...picture,
    ...(isFree ? [actItem(context, t, 'symbol', <Smile aria-hidden />), ...lookItems(context, t)] : []),
    ...(isFree ? [{ ...copy }, cutItem(context, t)] : [copy]),
    actItem(context, t, 'duplicate', <Duplicate aria-hidden />),
    voteItem(context, t),
    ...(stickers.length < 3 ? linkItems(context, t, only) : []),
    ...(isFree ? [{ ...actItem(context, t, 'moveTo', <Move aria-hidden />), apart: true }] : []),
    ...parkItems(context, t, stickers),
    ...groupItems(context, t, isFree),
    ...(isFree && stickers.length > 1
      ? [{ key: 'align', label: t('align.title'), icon: <Align aria-hidden />, items: alignItems(model, t) }]
      : []),
    ...(isFree ? [tidyItem(t, (order) => tidySelection(model, order))] : []),
    actItem(context, t, 'toFront', <Front aria-hidden />),
    actItem(context, t, 'toBack', <Back aria-hidden />),
    { ...actItem(context, t, 'lock', <Lock aria-hidden />), label: t(isFree ? 'act.lock' : 'act.unlock') },
    look,
    ...(isFree ? [{ ...actItem(context, t, 'remove', <Trash aria-hidden />), apart: true }] : []),
  ];
}

/** Takes up the pen, or lays it down: one key for both, but here it is known which. */
function inkItem(context: ActContext, t: Say): MenuItem {
  const label = t(context.model.pen.get() ? 'act.ink.done' : 'act.ink.start');
  return { ...actItem(context, t, 'ink', <Brush aria-hidden />), label };
}

/** Size and partner, which the toolbar has too. */
function lookItems({ model }: ActContext, t: Say): readonly MenuItem[] {
  const stickers = selectedOf(model);
  const ids = stickers.map(({ id }) => id);
  const { commands } = model.board;
  return [
    {
      key: 'size',
      label: t('size.title'),
      icon: <Size aria-hidden />,
      items: SIZES.map((size) => ({
        key: size,
        label: t(`size.${size}`),
        checked: stickers.every((one) => one.size === size),
        onChoose: () => commands.setSize(ids, size),
      })),
    },
    {
      key: 'namens',
      label: t('namens.title'),
      icon: <Namens aria-hidden />,
      items: [
        ...model.view().partners.map(({ id, name, mark, color }) => ({
          key: id,
          label: name,
          icon: <PartnerMark mark={mark} color={color} />,
          checked: stickers.every(({ partner }) => partner?.id === id),
          onChoose: () => commands.setPartner(ids, id),
        })),
        {
          key: '-',
          label: t('namens.nobody'),
          checked: stickers.every(({ partner }) => partner === null),
          onChoose: () => commands.setPartner(ids, null),
        },
      ],
    },
  ];
}

function cutItem(context: ActContext, t: Say): MenuItem {
  return {
    key: 'cut',
    label: t('act.cut'),
    icon: <Cut aria-hidden />,
    hint: t('key.ctrl', { key: 'X' }),
    onChoose: () => void copySelected(context, true),
  };
}

function tidyItem(t: Say, tidy: (order: Order) => void): MenuItem {
  return {
    key: 'tidy',
    label: t('tidy.title'),
    icon: <Tidy aria-hidden />,
    items: ORDERS.map((order) => ({
      key: order,
      label: t(`tidy.${order}`),
      onChoose: () => tidy(order),
    })),
  };
}

/** What can be done with a place on the sheet. */
export function fieldItems(context: ActContext, t: Say, { point, region }: OpenMenu): readonly MenuItem[] {
  const { model } = context;
  const here = region === null ? [] : idsInField(model.sheet(), region);
  const make = [
    {
      key: 'new',
      label: t('act.newHere'),
      icon: <Plus aria-hidden />,
      takesFocus: true,
      onChoose: () => model.writer.startAt(point),
    },
    {
      key: 'paste',
      label: t('act.paste'),
      icon: <Paste aria-hidden />,
      hint: t('key.ctrl', { key: 'V' }),
      onChoose: () => void pasteFromMenu(model, point),
    },
    // Where several people work, each takes up their own pen at their palette.
    ...(model.touch.together() ? [] : [inkItem(context, t)]),
    {
      key: 'picture',
      label: t('act.picture'),
      icon: <Picture aria-hidden />,
      onChoose: () => choosePictures(model, point),
    },
    ...(region !== null && here.length > 0
      ? [tidyItem(t, (order) => tidyField(model, region, order)), ...roomItems(context, t, region)]
      : []),
  ];
  return [
    ...(model.canWrite() ? make : []),
    selectItem(context, t, here),
    ...(region === null
      ? []
      : [
          {
            key: 'field',
            label: t('act.zoomField'),
            icon: <Expand aria-hidden />,
            apart: true,
            onChoose: () => model.zoomToRegion(region),
          },
          presentItem(context, t, region),
        ]),
    actItem(context, t, 'fitSheet', <Fit aria-hidden />),
    { ...actItem(context, t, 'find', <Search aria-hidden />), apart: true },
  ];
}

function selectItem(context: ActContext, t: Say, here: readonly string[]): MenuItem {
  const { model } = context;
  const sheet = model.sheet();
  const of = (id: string | null) => idsOfPartner(sheet, id);
  return {
    key: 'select',
    label: t('select.title'),
    icon: <Select aria-hidden />,
    apart: true,
    items: [
      {
        key: 'field',
        label: t('select.field'),
        disabled: here.length === 0,
        onChoose: () => select(model, here),
      },
      {
        key: 'sheet',
        label: t('select.sheet'),
        hint: t('key.ctrl', { key: 'A' }),
        onChoose: () => void ACTS.selectAll(context),
      },
      ...model.view().partners.map(({ id, name, mark, color }, index) => ({
        key: id,
        label: t('select.partner', { partner: name }),
        icon: <PartnerMark mark={mark} color={color} />,
        apart: index === 0,
        disabled: of(id).length === 0,
        onChoose: () => select(model, of(id)),
      })),
      {
        key: '-',
        label: t('select.nobody'),
        disabled: of(null).length === 0,
        onChoose: () => select(model, of(null)),
      },
    ],
  };
}
