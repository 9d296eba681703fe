import Ellipsis from 'lucide-react/icons/ellipsis';
import Hand from 'lucide-react/icons/hand';
import ImageIcon from 'lucide-react/icons/image';
import Keyboard from 'lucide-react/icons/keyboard';
import LocateFixed from 'lucide-react/icons/locate-fixed';
import MapIcon from 'lucide-react/icons/map';
import Maximize from 'lucide-react/icons/maximize';
import PenLine from 'lucide-react/icons/pen-line';
import Plus from 'lucide-react/icons/plus';
import Redo from 'lucide-react/icons/redo-2';
import Search from 'lucide-react/icons/search';
import Shapes from 'lucide-react/icons/shapes';
import Smile from 'lucide-react/icons/smile';
import Undo from 'lucide-react/icons/undo-2';
import UserRoundX from 'lucide-react/icons/user-round-x';
import UsersRound from 'lucide-react/icons/users-round';
import ZoomIn from 'lucide-react/icons/zoom-in';
import ZoomOut from 'lucide-react/icons/zoom-out';
import type { BoardHandle } from '../board/types.ts';
import { useText } from '../i18n/index.ts';
import { Button, IconButton, MenuButton, PartnerMark, useReadable } from '../ui/index.ts';
import { ZOOM_STEP } from './acts.ts';
import type { CanvasModel } from './model.ts';
import { togglePen } from './pen/later.ts';
import { choosePictures } from './pictures/later.ts';
import { settings } from './settings.ts';

interface ControlsProps {
  readonly model: CanvasModel;
  readonly board: BoardHandle;
  readonly canWrite: boolean;
  readonly isFacilitator: boolean;
}

/** What lies along the bottom of the sheet: making a sticker in the middle, looking and going back at the right. */
export function CanvasControls({ model, board, canWrite, isFacilitator }: ControlsProps) {
  const t = useText('canvas');
  return (
    <div className="canvas-controls">
      {canWrite ? (
        <div className="canvas-new">
          <Button
            tone="primary"
            icon={<Plus aria-hidden />}
            title={t('new.shortcut')}
            onClick={() => model.writer.newSticker()}
          >
            {t('new.button')}
          </Button>
          <ContentMenu model={model} />
          {isFacilitator ? <NamensChoice model={model} board={board} /> : null}
        </div>
      ) : null}
      <div className="canvas-view" role="toolbar" aria-label={t('controls.label')}>
        {canWrite ? <Steps board={board} /> : null}
        <ZoomButtons model={model} />
        <MoreView model={model} />
      </div>
    </div>
  );
}

/** What else than words can be on the sheet. */
function ContentMenu({ model }: { readonly model: CanvasModel }) {
  const t = useText('canvas');
  const items = [
    {
      key: 'ink',
      label: t('content.ink'),
      icon: <PenLine aria-hidden />,
      onChoose: () => togglePen(model),
    },
    {
      key: 'symbol',
      label: t('content.symbol'),
      icon: <Smile aria-hidden />,
      takesFocus: true,
      onChoose: () => model.part.set({ kind: 'symbol', ids: [] }),
    },
    {
      key: 'picture',
      label: t('content.picture'),
      icon: <ImageIcon aria-hidden />,
      onChoose: () => choosePictures(model, null),
    },
  ];
  return (
    <MenuButton
      label={t('content.label')}
      items={items}
      opener={(props) => (
        <IconButton
          {...props}
          className="canvas-content"
          tone="normal"
          label={t('content.label')}
          icon={<Shapes aria-hidden />}
        />
      )}
    />
  );
}

function Steps({ board }: { readonly board: BoardHandle }) {
  const t = useText('canvas');
  const { canUndo, canRedo } = useReadable(board.undo);
  return (
    <>
      <IconButton
        label={t('controls.undo')}
        icon={<Undo aria-hidden />}
        disabled={!canUndo}
        onClick={() => board.commands.undo()}
      />
      <IconButton
        label={t('controls.redo')}
        icon={<Redo aria-hidden />}
        disabled={!canRedo}
        onClick={() => board.commands.redo()}
      />
    </>
  );
}

function ZoomButtons({ model }: { readonly model: CanvasModel }) {
  const t = useText('canvas');
  const zoom = (factor: number): void => {
    const { width, height } = model.camera.view();
    model.camera.zoomBy({ x: width / 2, y: height / 2 }, factor);
  };
  return (
    <>
      <IconButton
        className="canvas-zoom"
        label={t('controls.zoomOut')}
        icon={<ZoomOut aria-hidden />}
        onClick={() => zoom(1 / ZOOM_STEP)}
      />
      <IconButton
        className="canvas-zoom"
        label={t('controls.zoomIn')}
        icon={<ZoomIn aria-hidden />}
        onClick={() => zoom(ZOOM_STEP)}
      />
      <IconButton
        label={t('controls.fit')}
        icon={<Maximize aria-hidden />}
        onClick={() => model.camera.fitSheet(true)}
      />
    </>
  );
}

/** Finding, the map, what dragging, fingers and keys do, and working together at this screen. */
function MoreView({ model }: { readonly model: CanvasModel }) {
  const t = useText('canvas');
  const dragPans = useReadable(model.dragPans);
  const penSeen = useReadable(model.touch.penSeen);
  const penMode = useReadable(settings().penMode) ?? penSeen;
  const map = useReadable(settings().map);
  const together = useReadable(settings().together);
  const items = [
    {
      key: 'find',
      label: t('view.find'),
      icon: <Search aria-hidden />,
      takesFocus: true,
      onChoose: () => model.part.set({ kind: 'find' }),
    },
    {
      key: 'map',
      label: t('view.map'),
      icon: <MapIcon aria-hidden />,
      checked: map,
      onChoose: () => settings().map.set(!map),
    },
    {
      key: 'pan',
      label: t('view.dragPans'),
      icon: <Hand aria-hidden />,
      checked: dragPans,
      onChoose: () => settings().dragPans.set(!dragPans),
    },
    {
      key: 'pen',
      label: t('view.penMode'),
      icon: <PenLine aria-hidden />,
      checked: penMode,
      onChoose: () => settings().penMode.set(!penMode),
    },
    {
      key: 'together',
      label: t('view.together'),
      icon: <UsersRound aria-hidden />,
      checked: together,
      onChoose: () => settings().together.set(!together),
    },
    {
      key: 'keys',
      label: t('view.shortcuts'),
      icon: <Keyboard aria-hidden />,
      takesFocus: true,
      onChoose: () => model.part.set({ kind: 'shortcuts' }),
    },
  ];
  return (
    <MenuButton
      label={t('view.more')}
      items={items}
      opener={(props) => <IconButton {...props} label={t('view.more')} icon={<Ellipsis aria-hidden />} />}
    />
  );
}

/** On whose behalf the facilitator writes next: remembered until chosen anew. */
function NamensChoice({ model, board }: Pick<ControlsProps, 'model' | 'board'>) {
  const t = useText('canvas');
  const chosen = useReadable(model.partnerForNew);
  const partners = useReadable(board.view, (view) => view.partners);
  const partner = partners.find(({ id }) => id === chosen);
  // Who chose a partner that has left the table since, speaks for nobody.
  const automatic = chosen === undefined;
  const said = automatic ? t('namens.automatic') : (partner?.name ?? t('namens.nobody'));
  const byPanel = {
    key: '+',
    label: t('namens.automaticLong'),
    icon: <LocateFixed aria-hidden />,
    checked: automatic,
    onChoose: () => model.partnerForNew.set(undefined),
  };
  const nobody = {
    key: '-',
    label: t('namens.nobody'),
    icon: <UserRoundX aria-hidden />,
    checked: !automatic && partner === undefined,
    onChoose: () => model.partnerForNew.set(null),
  };
  const items = partners.map(({ id, name, mark, color }) => ({
    key: id,
    label: name,
    icon: <PartnerMark mark={mark} color={color} />,
    checked: id === chosen,
    onChoose: () => model.partnerForNew.set(id),
  }));
  return (
    <MenuButton
      label={t('namens.label')}
      items={[byPanel, ...items, nobody]}
      opener={(props) => (
        <Button
          {...props}
          className="canvas-namens-choice"
          aria-label={t('namens.menu', { partner: said })}
          icon={
            partner ? (
              <PartnerMark mark={partner.mark} color={partner.color} />
            ) : automatic ? (
              <LocateFixed aria-hidden />
            ) : (
              <UserRoundX aria-hidden />
            )
          }
        >
          <span className="canvas-namens-text">{t('namens.menu', { partner: said })}</span>
        </Button>
      )}
    />
  );
}
