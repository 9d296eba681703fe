import { CLOSE } from '@samenbord/shared/protocol';
import type { Audience } from './audience.ts';
import type { Care } from './care.ts';
import type { Desk } from './desk.ts';
import type { Journal } from './journal.ts';
import type { Beat } from './pulse.ts';
import type { Stay } from './stay.ts';

export interface EndingContext {
  readonly stay: Stay;
  readonly journal: Journal;
  readonly audience: Audience;
  readonly care: Care;
  readonly desk: Desk;
  readonly gathering: Beat;
}

/** The ways in which people are sent away from a room, and what is done with what they sent. */
export class Ending {
  readonly #context: EndingContext;

  constructor(context: EndingContext) {
    this.#context = context;
  }

  /** Closes everybody; resolves when what was taken of them is written. */
  async end(code: number): Promise<void> {
    const { stay, journal, audience } = this.#context;
    audience.close(code);
    await stay.loading;
    await journal.whenIdle();
  }

  /**
   * The document is over: everybody is closed, and nothing more of it is taken or written. Resolves when nothing
   * of it is under way to the store any more.
   */
  async discard(code: number): Promise<void> {
    const { stay, journal, audience, care, desk, gathering } = this.#context;
    stay.close();
    gathering.stop();
    audience.close(code);
    journal.drop();
    desk.close();
    const { open } = stay;
    // Loading may write too: what it migrated.
    await Promise.all([stay.loading, care.settingAside, journal.end()]);
    await (stay.open ?? open)?.compaction.settled();
    stay.finish();
  }

  /**
   * Takes nothing more, and saves what there is until `deadline` resolves. Every connection is closed when that is
   * done or `handOver` resolves: what was not acknowledged by then its people still have.
   * @returns how many bytes of changes could not be saved.
   */
  async shutDown(handOver: Promise<void>, deadline: Promise<void>): Promise<number> {
    const { stay, journal, audience, care, gathering } = this.#context;
    stay.close();
    gathering.stop();
    if (stay.open !== undefined && journal.hasGathered && !journal.writing) journal.write([]);
    journal.hurry();
    const saved = Promise.all([care.settingAside, stay.open && journal.whenIdle()]);
    await Promise.race([saved, deadline, handOver]);
    audience.close(CLOSE.restarting);
    await Promise.race([saved, deadline]);
    const lost = journal.backlog;
    journal.stop();
    stay.finish();
    return lost;
  }
}
