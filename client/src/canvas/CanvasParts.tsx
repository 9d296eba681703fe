import type { Language, TemplateKey } from '@samenbord/shared/template';
import type { RefObject } from 'react';
import { fetched, useReadable } from '../ui/index.ts';
import { actContextOf } from './actContext.ts';
import type { MakePen } from './makePen.ts';
import type { CanvasModel } from './model.ts';
import type { OpenPart } from './openPart.ts';
import { settings } from './settings.ts';
import type { Stage } from './stage.ts';
import { useArrivals } from './useArrivals.ts';

const load = () => import('./more/index.ts');
const ContextMenu = fetched(() => load().then((m) => m.ContextMenu));
const FindPanel = fetched(() => load().then((m) => m.FindPanel));
const MoveDialog = fetched(() => load().then((m) => m.MoveDialog));
const PasteDialog = fetched(() => load().then((m) => m.PasteDialog));
const SheetMap = fetched(() => load().then((m) => m.SheetMap));
const loadPictures = () => import('./pictures/index.ts');
const PictureDialog = fetched(() => loadPictures().then((m) => m.PictureDialog));
const PictureTray = fetched(() => loadPictures().then((m) => m.PictureTray));
const SymbolDialog = fetched(() => import('./symbols/index.ts').then((m) => m.SymbolDialog));
const PenBar = fetched(() => import('./pen/index.ts').then((m) => m.PenBar));
const ShortcutsDialog = fetched(() => load().then((m) => m.ShortcutsDialog));
const Arrival = fetched(() => import('./wall/index.ts').then((m) => m.Arrival));
const WallPart = fetched(() => import('./wall/index.ts').then((m) => m.WallPart));

interface PartsProps {
  readonly stage: Stage;
  readonly language: Language;
  /** The canvas's own element. */
  readonly home: RefObject<HTMLElement | null>;
  /** The sheets that are open to this person. */
  readonly sheets: readonly TemplateKey[];
  readonly makePen: MakePen | undefined;
  /** Shows a sheet, here and in the page around the canvas. */
  readonly onSheet: (sheet: TemplateKey) => void;
}

/** Menus, find, and dialogs of the sheet: fetched when they first open. */
export function CanvasParts({ stage, language, home, sheets, makePen, onSheet }: PartsProps) {
  const { model } = stage;
  const menu = useReadable(model.menu);
  const part = useReadable(model.part);
  const map = useReadable(settings().map);
  const together = useReadable(settings().together);
  const { arrived, forget } = useArrivals(model);
  const pen = useReadable(model.pen, (taken) => taken !== null);
  const close = (): void => model.part.set(null);
  const context = actContextOf(model, () => home.current);
  return (
    <>
      {menu && home.current ? (
        <ContextMenu
          key={`${menu.at.x} ${menu.at.y}`}
          context={context}
          menu={menu}
          home={home.current}
          onClose={() => model.menu.set(null)}
        />
      ) : null}
      {part?.kind === 'find' ? (
        <FindPanel model={model} language={language} sheets={sheets} onSheet={onSheet} onClose={close} />
      ) : null}
      {part?.kind === 'move' ? (
        <MoveDialog model={model} ids={part.ids} sheets={sheets} language={language} onClose={close} />
      ) : null}
      {part?.kind === 'paste' ? (
        <PasteDialog model={model} texts={part.texts} at={part.at} onClose={close} />
      ) : null}
      {part?.kind === 'shortcuts' ? <ShortcutsDialog onClose={close} /> : null}
      {pen ? <PenBar model={model} board={model.board} onClose={() => model.pen.set(null)} /> : null}
      {part?.kind === 'symbol' ? (
        <SymbolDialog model={model} ids={part.ids} language={language} onClose={close} />
      ) : null}
      <Pictures model={model} part={part} onClose={close} />
      {together ? (
        <WallPart model={model} makePen={makePen} onClose={() => settings().together.set(false)} />
      ) : null}
      {arrived.map((id) => (
        <Arrival key={id} model={model} sticker={id} onClose={() => forget(id)} />
      ))}
      {map ? <SheetMap model={model} onClose={() => settings().map.set(false)} /> : null}
    </>
  );
}

interface PicturesProps {
  readonly model: CanvasModel;
  readonly part: OpenPart | null;
  readonly onClose: () => void;
}

/** A picture that is shown large, and those on their way to the board. */
function Pictures({ model, part, onClose }: PicturesProps) {
  const bringing = useReadable(model.bringing, (all) => all.length > 0);
  const read = useReadable(model.reading);
  const large = part?.kind === 'picture' ? part.sticker : read;
  const sticker = useReadable(model.board.view, (view) =>
    large === null ? undefined : view.byId.get(large),
  );
  const close = (): void => {
    model.reading.set(null);
    onClose();
  };
  return (
    <>
      {sticker?.picture ? (
        <PictureDialog key={sticker.id} model={model} sticker={sticker} onClose={close} />
      ) : null}
      {bringing ? <PictureTray model={model} onClose={() => undefined} /> : null}
    </>
  );
}
