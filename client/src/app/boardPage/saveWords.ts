import type { EndReason, SaveStatus } from '../../session/types.ts';

/** How the status looks: all well, at work, mind this, something to do. */
export type StatusTone = 'good' | 'busy' | 'caution' | 'trouble';

/** Which text says the status, with how many changes; the component looks the words up. */
export type SaveWords =
  | { readonly tone: 'good' | 'busy'; readonly key: 'save.saved' | 'save.saving' }
  | { readonly tone: 'caution'; readonly key: 'save.offline.none' | 'save.frozen.none' }
  | {
      readonly tone: 'caution' | 'trouble';
      readonly key: 'save.offline' | 'save.frozen' | 'save.trouble' | 'save.ended';
      readonly count: number;
    }
  | { readonly tone: 'trouble'; readonly key: 'save.trouble.none' | 'save.ended.none' };

/** The short words of the status, for in the header. */
export function saveWords(status: SaveStatus): SaveWords {
  switch (status.kind) {
    case 'saved':
      return { tone: 'good', key: 'save.saved' };
    case 'saving':
      return { tone: 'busy', key: 'save.saving' };
    case 'offline':
      return status.waiting === 0
        ? { tone: 'caution', key: 'save.offline.none' }
        : { tone: 'caution', key: 'save.offline', count: status.waiting };
    case 'frozen':
      return status.waiting === 0
        ? { tone: 'caution', key: 'save.frozen.none' }
        : { tone: 'caution', key: 'save.frozen', count: status.waiting };
    case 'server-trouble':
      return status.waiting === 0
        ? { tone: 'trouble', key: 'save.trouble.none' }
        : { tone: 'trouble', key: 'save.trouble', count: status.waiting };
    case 'ended':
      return status.waiting === 0
        ? { tone: 'trouble', key: 'save.ended.none' }
        : { tone: 'trouble', key: 'save.ended', count: status.waiting };
  }
}

/** What a banner under the header explains, when the short words are not enough. */
export type Explained = `explain.${'disk-full' | 'store-unavailable' | EndReason}`;

/** The explanation a status needs: what happened, what is kept, what to do. */
export function explanationOf(status: SaveStatus): Explained | undefined {
  return status.kind === 'server-trouble' || status.kind === 'ended' ? `explain.${status.reason}` : undefined;
}
