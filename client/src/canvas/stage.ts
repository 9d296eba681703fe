import { type Rect, type RegionId, regionById } from '@samenbord/shared/layout';
import { fieldLabel, type LinkLine, lineAt, type Typesetter } from '../drawing/index.ts';
import { writable } from '../session/readable.ts';
import { NoCanvasError } from './canvas2d.ts';
import { markDrawn } from './drawnMark.ts';
import { fetchedActs } from './fetchedActs.ts';
import { fontsReady, onFontLoaded, wantLetters } from './fonts.ts';
import { linkingShown } from './lines/linkingShown.ts';
import { CanvasModel } from './model.ts';
import type { CanvasModelOptions } from './modelOptions.ts';
import { makeBitmap, newTypesetter, reducedMotion, textScale } from './pageCanvas.ts';
import { type BoardPainter, createBoardPainter } from './painting/boardPainter.ts';
import { changedParts, partsOf } from './painting/changes.ts';
import { guideLines } from './painting/drawTraces.ts';
import { liveOf, type OverlayFrame, overlayLook, paintOverlay } from './painting/overlayPainter.ts';
import { linesOf, type Scene, traceOf } from './painting/scene.ts';
import { spritesOf } from './painting/sprites.ts';
import { sayPenFound } from './pen/penFound.ts';
import { createPicturing, type Picturing } from './pictures/laterDesk.ts';
import { settings } from './settings.ts';
import { createSurface, type Surface } from './surface.ts';
import { frameOf } from './toolContext.ts';
import { FROM_AFAR } from './wall/fromAfar.ts';
import { type CanvasWords, fieldLabelOf, sheetTexts } from './words.ts';

export interface StageOptions
  extends Pick<CanvasModelOptions, 'board' | 'session' | 'sheet' | 'writingGone'> {
  /** An empty element that fills the room there is. */
  readonly container: HTMLDivElement;
  readonly words: CanvasWords;
}

/** Draws a {@link CanvasModel} on the page, one frame at a time and only when something changed. */
export class Stage {
  readonly model: CanvasModel;
  /** The system took the canvas's memory, or gives none: nothing can be drawn. */
  readonly lost = writable(false);

  private readonly surface: Surface;
  private readonly painter: BoardPainter;
  private readonly stops: (() => void)[] = [];
  private words: CanvasWords;
  private type: Typesetter;
  private scene: Scene;
  private texts: Scene['texts'];
  private readonly picturing: Picturing;
  private readonly lifted = new Set<string>();
  private boardChanged = true;
  /** The overlay was emptied by a resize, whether or not anything on it changed. */
  private overlayLost = true;
  /** What the overlay shows, see {@link overlayLook}; nothing while it is empty. */
  private overlayShown: readonly unknown[] | undefined;
  private ready = false;
  private painted = false;
  /** The next frame paints all of the board, however long it takes: a part would be worse than a pause. */
  private atOnce = true;
  private begun = false;
  private frame = 0;
  private closed = false;

  /** @throws {NoCanvasError} when the browser gives no 2D canvas */
  constructor(options: StageOptions) {
    this.words = options.words;
    this.picturing = createPicturing(options.session, {
      arrived: () => this.readScene(),
      changed: (hash) => this.pictureChanged(hash),
    });
    this.type = newTypesetter();
    this.surface = createSurface(options.container, {
      onLost: () => this.lost.set(true),
      onRestored: () => this.restore(),
    });
    this.painter = createBoardPainter(makeBitmap);
    this.model = new CanvasModel({
      board: options.board,
      session: options.session,
      sheet: options.sheet,
      writingGone: options.writingGone,
      fetched: fetchedActs(() => this.model),
      dragPans: settings().dragPans,
      penMode: settings().penMode,
      penFound: sayPenFound,
      now: () => performance.now(),
      requestFrame: () => this.requestFrame(),
      later: (run, ms) => void setTimeout(run, ms),
      reducedMotion: () => reducedMotion.matches,
      labelOf: (region) => this.labelOf(region),
      lineAt: (point, reach) => lineAt(linesOf(this.scene), point, reach)?.link.id,
      boardChanged: () => this.readScene(),
    });
    this.texts = this.newTexts();
    this.scene = this.newScene();
    this.stops.push(
      this.model.camera.onChange(() => {
        this.boardChanged = true;
      }),
      this.model.camera.onRest(() => {
        this.boardChanged = true;
        this.requestFrame();
      }),
      onFontLoaded(() => this.refont()),
      this.model.touch.desks.subscribe(() => this.refont()),
    );
    void this.start();
  }

  showSheet(sheet: StageOptions['sheet']): void {
    if (sheet === this.model.sheet().key) return;
    this.model.showSheet(sheet);
    this.texts = this.newTexts();
    // Nothing of the other sheet may be seen in this one's place, not for a frame.
    this.painter.reset();
    this.atOnce = true;
    this.readScene();
  }

  speak(words: CanvasWords): void {
    if (words === this.words) return;
    this.words = words;
    this.texts = this.newTexts();
    this.readScene();
  }

  /** The view's size in CSS pixels, and device pixels per CSS pixel. */
  resize(width: number, height: number, devicePixelRatio: number): void {
    if (width < 1 || height < 1) return;
    this.surface.resize({ width, height }, devicePixelRatio);
    this.model.camera.resize({ width, height }, textScale());
    if (!this.begun) this.model.begin();
    else this.model.guidance.settle();
    this.begun = true;
    this.boardChanged = true;
    this.overlayLost = true;
    // Resizing a canvas empties it: painting at once spares the eye a flash.
    if (this.painted) this.paint(performance.now());
  }

  /** Where a field's label is drawn now, in sheet units. */
  labelOf(id: RegionId): Rect | undefined {
    const region = regionById(this.model.sheet().layout, id);
    if (!region) return undefined;
    const text = fieldLabelOf(region, this.words.language);
    const { measure, far } = this.type;
    return fieldLabel(region, text, measure(600), this.model.camera.get().scale, far).box;
  }

  /** How a line between stickers runs when nothing is lifted. */
  lineOf(id: string): LinkLine | undefined {
    return linesOf(this.scene).find(({ link }) => link.id === id);
  }

  get typesetter(): Typesetter {
    return this.type;
  }

  close(): void {
    this.closed = true;
    cancelAnimationFrame(this.frame);
    for (const stop of this.stops) stop();
    this.picturing.close();
    this.model.close();
    this.surface.destroy();
  }

  private async start(): Promise<void> {
    wantLetters(this.allText());
    await fontsReady();
    if (this.closed) return;
    this.refont();
    this.ready = true;
    this.requestFrame();
  }

  private refont(): void {
    this.type = newTypesetter(this.model.touch.together() ? FROM_AFAR : 1);
    this.readScene();
  }

  private restore(): void {
    this.painter.reset();
    this.surface.resetSprites();
    this.overlayLost = true;
    this.boardChanged = true;
    this.lost.set(false);
    this.requestFrame();
  }

  private requestFrame(): void {
    if (this.frame !== 0 || this.closed) return;
    this.frame = requestAnimationFrame((time) => {
      this.frame = 0;
      if (!this.ready || this.lost.get()) return;
      try {
        this.paint(time);
      } catch (error) {
        if (!(error instanceof NoCanvasError)) throw error;
        this.lost.set(true);
      }
    });
  }

  private paint(time: number): void {
    // Frame times may lie a little before events that asked for the frame; movements count from those.
    const news = this.model.step(Math.max(time, performance.now()));
    this.lift(news.lifted, news.landed);
    let complete = true;
    if (this.boardChanged) complete = this.paintBoard();
    this.boardChanged = !complete;
    this.atOnce = false;
    if (news.overlay || this.overlayLost) this.paintMoment();
    if (complete && this.model.view().loaded) markDrawn();
    this.painted = true;
    if (news.alive || !complete) this.requestFrame();
  }

  private paintMoment(): void {
    const frame = this.overlayFrame();
    if (liveOf(frame).length > 0) this.picturing.want();
    const look = overlayLook(frame);
    const known = this.overlayShown;
    const same = look?.length === known?.length && (look ?? []).every((part, n) => part === known?.[n]);
    if (this.overlayLost || !same) this.surface.paintOverlay(look ? (ctx) => paintOverlay(ctx, frame) : null);
    this.overlayShown = look;
    this.overlayLost = false;
    this.surface.showSprites(spritesOf(frame));
    this.surface.showGuides(frame.traces.guides().flatMap((guide) => guideLines(frame.camera, guide)));
  }

  private paintBoard(): boolean {
    const { camera } = this.model;
    let complete = true;
    this.surface.paintBoard((ctx) => {
      const result = this.painter.paint(ctx, {
        scene: this.scene,
        camera: camera.get(),
        view: camera.view(),
        pixelRatio: this.surface.pixelRatio(),
        resting: camera.resting(),
        lifted: this.lifted,
        atOnce: this.atOnce,
      });
      complete = result.complete;
    });
    return complete;
  }

  private overlayFrame(): OverlayFrame {
    const { camera, motion, people, traces, desk, guidance } = this.model;
    return {
      scene: this.scene,
      camera: camera.get(),
      view: camera.view(),
      pixelRatio: this.surface.pixelRatio(),
      motion,
      people,
      selected: new Set(this.model.minds().flatMap(({ selection }) => selection.get())),
      editing: desk.current.get()?.sticker ?? null,
      focused: this.model.presenting.get() ?? guidance.focused(),
      traces,
      frame: frameOf(this.model, this.model),
      linking: linkingShown(this.model),
      parking: this.model.emptyParkingShown() ? this.words.parked([]) : null,
      writing: this.words.writing,
    };
  }

  private lift(lifted: readonly string[], landed: readonly string[]): void {
    for (const id of lifted) this.lifted.add(id);
    for (const id of landed) this.lifted.delete(id);
    for (const id of [...lifted, ...landed]) {
      for (const part of partsOf(this.scene, id)) this.invalidate(part);
    }
  }

  private invalidate(part?: Rect): void {
    this.painter.invalidate(part);
    this.boardChanged = true;
  }

  private newTexts(): Scene['texts'] {
    return sheetTexts(this.model.sheet().key, this.model.view().title, this.words);
  }

  private newScene(): Scene {
    const { byId, partners, links } = this.model.view();
    const sheet = this.model.sheet();
    const isHere = (id: string) => byId.get(id)?.sheet === sheet.key;
    return {
      sheet,
      partners,
      byId,
      type: this.type,
      texts: this.texts,
      links: links.filter((link) => isHere(link.from) && isHere(link.to)),
      pictorial: this.picturing.with(this.type, partners),
    };
  }

  private readScene(): void {
    if (this.model.view().title !== this.texts.title) this.texts = this.newTexts();
    const before = this.scene;
    this.picturing.look(this.model.view());
    this.scene = this.newScene();
    const parts = changedParts(before, this.scene);
    if (parts === 'all') this.invalidate();
    else for (const part of parts) this.invalidate(part);
    wantLetters(this.newText(before));
    this.requestFrame();
  }

  private pictureChanged(hash: string): void {
    for (const sticker of this.scene.sheet.stickers)
      if (sticker.picture?.hash === hash) this.invalidate(traceOf(sticker));
    this.model.refresh();
  }

  private newText(before: Scene): string {
    return this.scene.sheet.stickers
      .filter(({ id, text }) => before.byId.get(id)?.text !== text)
      .map(({ text }) => text)
      .join('');
  }

  private allText(): string {
    return [...this.model.view().byId.values()].map(({ text }) => text).join('');
  }
}
