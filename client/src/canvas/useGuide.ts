import type { Rect } from '@samenbord/shared/layout';
import { useEffect, useEffectEvent } from 'react';
import { viewRect } from './camera/camera.ts';
import type { CanvasFocus } from './guidance.ts';
import type { Stage } from './stage.ts';

/** What the conversation asks of the canvas, and what it wants to know of it. */
export interface CanvasGuide {
  /** The field in focus on this sheet; all others are dimmed. */
  readonly focus: CanvasFocus | null;
  /** The box of this sheet that the view follows. */
  readonly follow: Rect | null;
  /** This person moved the view. */
  readonly onOwnMove: () => void;
  /** Where this person looks, at once and at every change, in sheet units. Only where somebody follows. */
  readonly onView: ((view: Rect) => void) | null;
}

/** Keeps a stage told of what the conversation asks. */
export function useGuide(stage: Stage | undefined, guide: CanvasGuide | undefined): void {
  const { focus = null, follow = null, onView = null } = guide ?? {};
  const region = focus?.region;
  const calls = focus?.calls ?? 0;
  useEffect(() => {
    stage?.model.focusOn(region === undefined ? null : { region, calls });
  }, [stage, region, calls]);
  useEffect(() => {
    stage?.model.guidance.follow(follow);
  }, [stage, follow]);

  const moved = useEffectEvent(() => guide?.onOwnMove());
  useEffect(() => stage?.model.camera.onOwnMove(() => moved()), [stage]);

  const say = useEffectEvent(() => {
    if (stage !== undefined) onView?.(viewRect(stage.model.camera.get(), stage.model.camera.view()));
  });
  const wanted = onView !== null;
  useEffect(() => {
    if (!wanted || stage === undefined) return;
    say();
    return stage.model.camera.onChange(() => say());
  }, [stage, wanted]);
}
