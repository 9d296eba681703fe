import type { Language, TemplateKey } from '@samenbord/shared/template';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { fetched, useReadable } from '../ui/index.ts';
import { actContextOf } from './actContext.ts';
import { hearing } from './hearing/later.ts';
import type { MakePen } from './makePen.ts';
import { asSeenBy, type Mind } from './mind/mind.ts';
import type { CanvasModel } from './model.ts';
import type { OpenPart } from './openPart.ts';
import { settings } from './settings.ts';
import type { Stage } from './stage.ts';
import { useArrivals } from './useArrivals.ts';

const load = () => import('./more/index.ts');
const ContextMenu = fetched(() => load().then((m) => m.ContextMenu));
const FindPanel = fetched(() => load().then((m) => m.FindPanel));
const GroupDialog = fetched(() => load().then((m) => m.GroupDialog));
const LineMirror = fetched(() => load().then((m) => m.LineMirror));
const LinkHint = fetched(() => load().then((m) => m.LinkHint));
const LinkToolbar = fetched(() => load().then((m) => m.LinkToolbar));
const MoveDialog = fetched(() => load().then((m) => m.MoveDialog));
const PasteDialog = fetched(() => load().then((m) => m.PasteDialog));
const SheetMap = fetched(() => load().then((m) => m.SheetMap));
const InkMirror = fetched(() => hearing.get().then((m) => m.InkMirror));
const loadPictures = () => import('./pictures/index.ts');
const PictureDialog = fetched(() => loadPictures().then((m) => m.PictureDialog));
const PictureTray = fetched(() => loadPictures().then((m) => m.PictureTray));
const SymbolDialog = fetched(() => import('./symbols/index.ts').then((m) => m.SymbolDialog));
const PenBar = fetched(() => import('./pen/index.ts').then((m) => m.PenBar));
const Presentation = fetched(() => import('./presenting/index.ts').then((m) => m.Presentation));
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
  const beside = useReadable(model.beside);
  const part = useReadable(model.part);
  const map = useReadable(settings().map);
  const together = useReadable(settings().together);
  const { arrived, forget } = useArrivals(model);
  const pen = useReadable(model.pen, (taken) => taken !== null);
  const presented = useReadable(model.presenting);
  const close = (): void => model.part.set(null);
  return (
    <>
      {[model, ...beside].map((mind) => (
        <Own key={mind.person} stage={stage} mind={mind} home={home} />
      ))}
      {part?.kind === 'find' ? (
        <FindPanel model={model} language={language} sheets={sheets} onSheet={onSheet} onClose={close} />
      ) : null}
      {part?.kind === 'group' ? (
        <GroupDialog model={model} ids={part.ids} group={part.group} onClose={close} />
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
      <Lines stage={stage} home={home} />
      {presented !== null && home.current ? (
        <Presentation
          model={model}
          region={presented}
          language={language}
          home={home.current}
          onClose={() => model.presenting.set(null)}
        />
      ) : null}
      <Drawings model={model} language={language} home={home} />
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

/** ms the page has to itself before what nobody asked for is fetched: nothing may come before the board. */
const SETTLING = 2000;

function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLING);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

/** What is drawn on the bare sheet, for who does not see it. */
function Drawings({ model, language, home }: DrawingsProps) {
  const settled = useSettled();
  const sheet = useReadable(model.shownSheet);
  const any = useReadable(model.board.view, ({ sheets }) => sheets[sheet].ink !== undefined);
  if (!any || !settled || !home.current) return null;
  return <InkMirror model={model} language={language} home={home.current} onClose={() => undefined} />;
}

interface DrawingsProps extends Pick<PartsProps, 'language' | 'home'> {
  readonly model: CanvasModel;
}

interface OwnProps extends Pick<PartsProps, 'stage' | 'home'> {
  /** Whose it is. */
  readonly mind: Mind;
}

/** The menu one person opened, and the line they chose or ask for. */
function Own({ stage, mind, home }: OwnProps) {
  const model = useMemo(() => asSeenBy(stage.model, mind), [stage, mind]);
  const { view } = model.board;
  const menu = useReadable(mind.menu);
  const chosen = useReadable(mind.lines.chosen);
  const link = useReadable(view, ({ links }) => links.find(({ id }) => id === chosen));
  const canWrite = useReadable(view, ({ access }) => access === 'write');
  const from = useReadable(mind.lines.from);
  const holding = useReadable(model.inHand, (held) =>
    model.touch.together() ? [link?.from, link?.to].some((end) => end && held.has(end)) : held.size > 0,
  );
  const letGo = (): void => void mind.lines.letGo();
  return (
    <>
      {menu && home.current ? (
        <ContextMenu
          key={`${menu.at.x} ${menu.at.y}`}
          context={actContextOf(model, () => home.current)}
          menu={menu}
          home={home.current}
          onClose={() => mind.menu.set(null)}
        />
      ) : null}
      {link && canWrite && !holding ? (
        <LinkToolbar
          key={link.id}
          model={model}
          link={link}
          lineOf={(id: string) => stage.lineOf(id)}
          onClose={letGo}
        />
      ) : null}
      {from === null ? null : <LinkHint model={model} from={from} onClose={letGo} />}
    </>
  );
}

/** The lines between stickers, as elements of the page. */
function Lines({ stage, home }: Pick<PartsProps, 'stage' | 'home'>) {
  const { model } = stage;
  const drawn = useSettled();
  const any = useReadable(model.board.view, ({ links }) => links.length > 0) && drawn;
  const context = actContextOf(model, () => home.current);
  if (!any || !home.current) return null;
  return (
    <LineMirror
      context={context}
      home={home.current}
      lineOf={(id) => stage.lineOf(id)}
      onClose={() => void model.lines.letGo()}
    />
  );
}
