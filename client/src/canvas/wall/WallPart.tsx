import { useEffect, useLayoutEffect, useState } from 'react';
import { text } from '../../i18n/index.ts';
import { keepLostText, notify, useReadable } from '../../ui/index.ts';
import type { MakePen } from '../makePen.ts';
import type { CanvasModel } from '../model.ts';
import { createCompany } from './company.ts';
import { bringNear } from './nearer.ts';
import { Palettes } from './Palettes.tsx';
import { placesOfPalettes } from './palettes.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { clickWithEachFinger } from './touchClicks.ts';
import { WallEditor } from './WallEditor.tsx';
import { createWallWriting, type WallWriting } from './wallWriting.ts';
import './wall.css';

interface WallPartProps {
  readonly model: CanvasModel;
  readonly makePen: MakePen | undefined;
  readonly onClose: () => void;
}

/** Working together at one large screen: palettes at its edges, and an editor for each who writes. */
export function WallPart({ model, makePen }: WallPartProps) {
  const [writing] = useState(() => wallWritingOf(model));
  const [shelf] = useState(() => shelfOf(model));
  const places = useReadable(writing.places);
  const canWrite = useReadable(model.board.view, (view) => view.access === 'write');
  useTogether(model, writing);
  useOwnHands(model, shelf, writing);
  useKeysForLast(writing);
  useEffect(() => {
    if (canWrite) return;
    writing.finishAll();
    shelf.layDownPens();
  }, [canWrite, writing, shelf]);
  if (!canWrite) return null;
  return (
    <>
      <Palettes model={model} shelf={shelf} makePen={makePen} />
      {places.map((place) => (
        <WallEditor key={place.key} model={model} place={place} onDone={() => writing.finish(place)} />
      ))}
    </>
  );
}

function wallWritingOf(model: CanvasModel): WallWriting {
  return createWallWriting({
    commands: model.board.commands,
    announce: model.announce,
    sheet: () => model.sheet().key,
    width: () => model.camera.view().width,
    gone: keepLostText,
    crowded: () => notify({ text: text('wall', 'editor.crowded') }),
  });
}

/** One palette to begin with, where most people stand. */
function shelfOf(model: CanvasModel): Shelf {
  const shelf = createShelf(placesOfPalettes);
  shelf.add('bottom', model.partnerForNew.get());
  return shelf;
}

/** Each person has their own selection, lines and pen. */
function useOwnHands(model: CanvasModel, shelf: Shelf, writing: WallWriting): void {
  useLayoutEffect(() => {
    const { mindFor, penFor, bringNear: stay } = model;
    const company = createCompany({
      model,
      stationAt: (at) => shelf.at(at),
      stationOf: (key) => shelf.find(key),
      later: (run, ms) => void setTimeout(run, ms),
    });
    model.mindFor = (input) => company.mindFor(input);
    model.penFor = (input) => (input.kind === 'mouse' ? model.pen.get() : shelf.penAt(input.at));
    model.bringNear = (region) => bringNear(model, region, () => writing.places.get().length > 0);
    return () => {
      Object.assign(model, { mindFor, penFor, bringNear: stay });
      company.end();
    };
  }, [model, shelf, writing]);
}

/** While this is shown, fingers are several people's, and what is pressed and read is larger. */
function useTogether(model: CanvasModel, writing: WallWriting): void {
  useLayoutEffect(() => {
    model.writer.finish(false);
    model.touch.desks.set(writing);
    document.documentElement.dataset.together = 'true';
    const stopSheet = model.shownSheet.subscribe(() => writing.finishAll());
    const stopClicks = clickWithEachFinger();
    const { view } = model.board;
    const stopLocks = view.subscribe(() =>
      writing.finishLocked((id) => view.get().byId.get(id)?.locked === true),
    );
    return () => {
      stopLocks();
      stopSheet();
      stopClicks();
      delete document.documentElement.dataset.together;
      model.touch.desks.set(null);
      writing.finishAll();
    };
  }, [model, writing]);
}

/** A real keyboard writes where somebody wrote last, also after a finger touched something else. */
function useKeysForLast(writing: WallWriting): void {
  useEffect(() => {
    let last: HTMLTextAreaElement | undefined;
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLTextAreaElement && target.closest('.wall-editor')) last = target;
    };
    const lead = ({ target, key }: KeyboardEvent): void => {
      const elsewhere =
        target instanceof HTMLElement && target.matches('input, textarea, select, [role="menu"] *');
      if (elsewhere || key.length > 1 || writing.places.get().length === 0) return;
      const area = last?.isConnected
        ? last
        : document.querySelector<HTMLTextAreaElement>('.wall-editor textarea');
      // The letter itself goes where the focus is then.
      area?.focus({ preventScroll: true });
    };
    document.addEventListener('focusin', remember);
    document.addEventListener('keydown', lead, { capture: true });
    return () => {
      document.removeEventListener('focusin', remember);
      document.removeEventListener('keydown', lead, { capture: true });
    };
  }, [writing]);
}
