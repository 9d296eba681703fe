import type { Language, TemplateKey } from '@samenbord/shared/template';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { BoardHandle } from '../board/types.ts';
import { useText } from '../i18n/index.ts';
import type { SessionHandle } from '../session/types.ts';
import { keepLostText } from '../ui/index.ts';
import { actContextOf } from './actContext.ts';
import { NARROW } from './camera/camera.ts';
import { listenToClipboard } from './dom/clipboard.ts';
import { listenToDrops } from './dom/dropping.ts';
import { listenToKeys } from './dom/keyboard.ts';
import { listenToPointers } from './dom/pointerInput.ts';
import { parkedName } from './parking/parkedName.ts';
import { Stage } from './stage.ts';
import type { CanvasWords } from './words.ts';

interface StageHookOptions {
  readonly board: BoardHandle;
  readonly session: SessionHandle;
  readonly sheet: TemplateKey;
  readonly language: Language;
  readonly container: RefObject<HTMLDivElement | null>;
  readonly surface: RefObject<HTMLDivElement | null>;
}

/** Makes the stage for this board and keeps it told of sheet, language and size. */
export function useStage(options: StageHookOptions): { stage: Stage | undefined; unable: boolean } {
  const { board, session, sheet, language, container, surface } = options;
  const words = useWords(language);
  const [stage, setStage] = useState<Stage>();
  const [unable, setUnable] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: sheet and words are told to the stage below; a change of them must not make another.
  useLayoutEffect(() => {
    if (!container.current || !surface.current) return undefined;
    try {
      const made = new Stage({
        board,
        session,
        sheet,
        words,
        container: surface.current,
        writingGone: keepLostText,
      });
      const stop = connect(container.current, made);
      setStage(made);
      return () => {
        stop();
        made.close();
        setStage(undefined);
      };
    } catch {
      setUnable(true);
      return undefined;
    }
  }, [board, session, container, surface]);
  useEffect(() => stage?.showSheet(sheet), [stage, sheet]);
  useEffect(() => stage?.speak(words), [stage, words]);
  return { stage, unable };
}

function useWords(language: Language): CanvasWords {
  const t = useText('canvas');
  return useMemo(
    () => ({
      language,
      link: (kind) => t(`link.${kind}`),
      late: t('sticker.late'),
      parked: (names) => parkedName(names, language),
      writing: (names) => t('people.writing', { names, count: names.includes(', ') ? 2 : 1 }),
    }),
    [language, t],
  );
}

/** Ties a stage to the page: size, pointers, keys, and what tests and style sheets may read. */
function connect(container: HTMLDivElement, stage: Stage): () => void {
  const { model } = stage;
  const measure = (): void => {
    const { clientWidth, clientHeight } = container;
    container.dataset.narrow = String(clientWidth < NARROW);
    stage.resize(clientWidth, clientHeight, window.devicePixelRatio);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(container);
  measure();
  const isInside = (target: EventTarget | null): boolean =>
    target instanceof Element && target.closest('[data-over] > *') === null;
  const acts = actContextOf(model, () => container);
  const stops = [
    watchPixelRatio(measure),
    listenToPointers(container, model, isInside),
    listenToKeys(container, acts),
    listenToClipboard(container, acts),
    listenToDrops(container, model),
    model.pen.subscribe(() => {
      const pen = model.pen.get();
      if (pen) container.dataset.pen = pen.act;
      else delete container.dataset.pen;
    }),
    model.camera.onRest(() => {
      container.dataset.camera = JSON.stringify(model.camera.get());
    }),
  ];
  return () => {
    observer.disconnect();
    for (const stop of stops) stop();
  };
}

/** Calls back when the window moves to a screen of another sharpness, or the browser's zoom changes. */
function watchPixelRatio(changed: () => void): () => void {
  const stop = new AbortController();
  const watch = (): void => {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const onChange = (): void => {
      changed();
      watch();
    };
    query.addEventListener('change', onChange, { once: true, signal: stop.signal });
  };
  watch();
  return () => stop.abort();
}
