import type { Rect, RegionId } from '@samenbord/shared/layout';
import type { CameraControl } from './camera/cameraControl.ts';

/** The field that is in focus on this sheet. */
export interface CanvasFocus {
  readonly region: RegionId;
  /** How often everybody was called there: when it rises, the view goes there. */
  readonly calls: number;
}

/** Moves the camera to where the conversation is, without taking it out of a person's hands. */
export interface Guidance {
  /** The field all others are dimmed for; `null` for none. */
  focused(): RegionId | null;
  /**
   * The view goes to a field that comes into focus when this person has not moved it, and always when they are
   * called; after the focus it goes back if they left it there.
   */
  setFocus(focus: CanvasFocus | null): void;
  /** The view follows this box of the sheet; `null` lets go and leaves it where it is. */
  follow(view: Rect | null): void;
  /** The view has another size, or this person's hands are free again: what was asked for is made up for. */
  settle(): void;
  close(): void;
}

export interface GuidanceOptions {
  readonly camera: CameraControl;
  readonly rectOf: (region: RegionId) => Rect | undefined;
  /** Whether this person holds or writes something, which may not move from under them. */
  readonly busy: () => boolean;
}

export function createGuidance({ camera, rectOf, busy }: GuidanceOptions): Guidance {
  let focus: CanvasFocus | null = null;
  let followed: Rect | null = null;
  /** The view is where the focus brought it. */
  let carried = false;
  /** Asked for while this person was busy. */
  let owed: (() => void) | undefined;
  /** Calls to each field that were answered, also while another sheet was shown. */
  const answered = new Map<RegionId, number>();
  const stop = camera.onOwnMove(() => {
    carried = false;
    owed = undefined;
  });

  const goTo = (region: RegionId | null): void => {
    const rect = region === null ? null : rectOf(region);
    if (rect === undefined) return;
    carried = region !== null;
    camera.bringTo(rect);
  };
  const whenFree = (act: () => void): void => {
    owed = busy() ? act : undefined;
    if (owed === undefined) act();
  };

  /** @returns whether this is a call that was not answered yet */
  const answer = ({ region, calls }: CanvasFocus): boolean => {
    const before = answered.get(region) ?? 0;
    answered.set(region, calls);
    return calls > before;
  };

  return {
    focused: () => focus?.region ?? null,
    setFocus(next) {
      const before = focus;
      focus = next;
      const called = next !== null && answer(next);
      if (followed !== null) return;
      if (next === null) {
        if (carried) whenFree(() => goTo(null));
        return;
      }
      const fresh = before?.region !== next.region && (carried || camera.fitted());
      if (called || fresh) whenFree(() => goTo(next.region));
    },
    follow(view) {
      followed = view;
      carried = false;
      if (view === null) owed = undefined;
      else whenFree(() => camera.chase(view));
    },
    settle() {
      if (busy()) return;
      const act = owed ?? (followed === null ? undefined : () => followed !== null && camera.chase(followed));
      owed = undefined;
      act?.();
    },
    close: stop,
  };
}
