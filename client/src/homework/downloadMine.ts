import { type MeetingCalls, notifyFailedAct } from '../session/index.ts';
import { download } from '../ui/download.ts';

/** Saves all that one's own partner may see as a file of this computer. Says so when that fails. */
export async function downloadMine(calls: MeetingCalls, partner: string): Promise<void> {
  try {
    const mine = await calls.mine();
    const file = new Blob([JSON.stringify(mine, null, 2)], { type: 'application/json' });
    download(file, `samenbord-${partner}.json`);
  } catch (error) {
    notifyFailedAct(error);
  }
}
