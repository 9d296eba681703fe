import { text } from '../../i18n/index.ts';
import { notify } from '../../ui/index.ts';
import { settings } from '../settings.ts';

/** A pen was used for the first time: says what fingers do from now on, with the way back. */
export function sayPenFound(): void {
  notify({
    text: text('canvas', 'pen.found'),
    action: { label: text('canvas', 'pen.back'), run: () => settings().penMode.set(false) },
  });
}
