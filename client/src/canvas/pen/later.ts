import { text } from '../../i18n/index.ts';
import { fetching, notify } from '../../ui/index.ts';
import type { CanvasModel } from '../model.ts';

/** Fetched when somebody first takes up the pen. */
const pen = fetching(() => import('./index.ts'));

/** Takes up the pen, or lays it down. */
export function togglePen(model: CanvasModel): void {
  void pen.get().then(
    (part) => part.togglePen(model),
    () => notify({ text: text('ui', 'part.failed'), tone: 'trouble' }),
  );
}
