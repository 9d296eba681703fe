import type { RegionId } from '@samenbord/shared/layout';
import { type Language, TEMPLATE_KEYS, TEMPLATES, type TemplateKey } from '@samenbord/shared/template';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { BoardHandle } from '../board/types.ts';
import { useText } from '../i18n/index.ts';
import type { SessionHandle } from '../session/types.ts';
import { fetched, useReadable } from '../ui/index.ts';
import { Attended } from './Attended.tsx';
import { CanvasControls } from './CanvasControls.tsx';
import { CanvasParts } from './CanvasParts.tsx';
import { LostNotice, UnableNotice } from './LostNotice.tsx';
import { fetchNear, loadNear } from './laterNear.ts';
import type { MakePen } from './makePen.ts';
import type { Stage } from './stage.ts';
import type { EditorProps } from './sticker/StickerEditor.tsx';
import { type CanvasGuide, useGuide } from './useGuide.ts';
import { useMirror } from './useMirror.ts';
import { useStage } from './useStage.ts';
import './canvas.css';

const StickerEditor = fetched<Required<EditorProps>>(() => loadNear().then((m) => m.StickerEditor));

/** What the page around the canvas can ask of it. */
export interface CanvasHandle {
  fitSheet(): void;
  zoomToRegion(id: RegionId): void;
  newSticker(): void;
  /** Multiplies the scale around the middle of the view. */
  zoomBy(factor: number): void;
}

export interface BoardCanvasProps {
  /** A loaded board. */
  readonly board: BoardHandle;
  readonly session: SessionHandle;
  readonly sheet: TemplateKey;
  readonly language: Language;
  /** The sheets that are open to this person. */
  readonly sheets?: readonly TemplateKey[];
  /** Somebody went to the other sheet from within this one. */
  readonly onSheet?: (sheet: TemplateKey) => void;
  readonly handle?: Ref<CanvasHandle>;
  readonly guide?: CanvasGuide;
  /** Makes a pass for a phone that adds stickers; where one may. */
  readonly makePen?: MakePen | undefined;
  /** Lets everybody write in silence about a field; where one may do that. */
  readonly onSilentRound?: ((sheet: TemplateKey, region: RegionId) => void) | undefined;
}

/** One sheet of the board with its stickers, to look at and to work on. Fills its parent. */
export function BoardCanvas(props: BoardCanvasProps) {
  const {
    board,
    session,
    sheet,
    language,
    sheets = TEMPLATE_KEYS,
    onSheet,
    handle,
    guide,
    makePen,
    onSilentRound,
  } = props;
  const t = useText('canvas');
  const container = useRef<HTMLDivElement>(null);
  const surface = useRef<HTMLDivElement>(null);
  const mirror = useRef<HTMLElement>(null);
  const { stage, unable } = useStage({ board, session, sheet, language, container, surface });
  useGuide(stage, guide);
  const focusSticker = useMirror(stage, mirror, { board, language });
  useImperativeHandle(handle, () => handleOf(stage), [stage]);
  const begun = stage !== undefined;
  useEffect(() => {
    if (begun) void fetchNear();
  }, [begun]);

  return (
    <div className="canvas" ref={container} data-sheet={sheet} tabIndex={-1}>
      <div className="canvas-surface" ref={surface} aria-hidden="true" />
      <section
        className="canvas-mirror"
        ref={mirror}
        aria-label={t('sheet.label', { title: TEMPLATES[sheet].title[language] })}
      />
      {stage ? (
        <div className="canvas-over" data-over>
          <Overlays
            stage={stage}
            board={board}
            session={session}
            focusSticker={focusSticker}
            onSilentRound={onSilentRound}
          />
          <CanvasParts
            stage={stage}
            language={language}
            home={container}
            sheets={sheets}
            makePen={makePen}
            onSheet={(next) => {
              stage.showSheet(next);
              onSheet?.(next);
            }}
          />
        </div>
      ) : null}
      {unable ? <UnableNotice /> : null}
    </div>
  );
}

interface OverlaysProps {
  readonly stage: Stage;
  readonly board: BoardHandle;
  readonly session: SessionHandle;
  readonly focusSticker: (id: string) => void;
  readonly onSilentRound: BoardCanvasProps['onSilentRound'];
}

function Overlays({ stage, board, session, focusSticker, onSilentRound }: OverlaysProps) {
  const { model } = stage;
  const writing = useReadable(model.desk.current);
  const beside = useReadable(model.beside);
  const lost = useReadable(stage.lost);
  const canWrite = useReadable(board.view, (view) => view.access === 'write');
  if (lost) return <LostNotice />;
  return (
    <>
      <CanvasControls
        model={model}
        board={board}
        canWrite={canWrite}
        isFacilitator={session.me.role === 'facilitator'}
      />
      {writing ? (
        <StickerEditor
          key={writing.key}
          stage={stage}
          board={board}
          writing={writing}
          focusSticker={focusSticker}
          onClose={() => void model.writer.finish(false)}
        />
      ) : null}
      {[model, ...beside].map((mind) => (
        <Attended
          key={mind.person}
          stage={stage}
          mind={mind}
          canWrite={canWrite && writing === null}
          focusSticker={focusSticker}
          onSilentRound={onSilentRound}
        />
      ))}
    </>
  );
}

function handleOf(stage: Stage | undefined): CanvasHandle {
  const model = stage?.model;
  return {
    fitSheet: () => model?.camera.fitSheet(true),
    zoomToRegion: (id) => model?.zoomToRegion(id),
    newSticker: () => model?.writer.newSticker(),
    zoomBy(factor) {
      if (!model) return;
      const { width, height } = model.camera.view();
      model.camera.zoomBy({ x: width / 2, y: height / 2 }, factor);
    },
  };
}
