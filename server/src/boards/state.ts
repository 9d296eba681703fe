import { HOMEWORK_STATUSES } from '@samenbord/shared/board';
import { TEMPLATE_KEYS } from '@samenbord/shared/template';
import { z } from 'zod';
import { type NoteStore, StoreError } from '../store/types.ts';
import { Turns } from '../turns.ts';

const fieldSchema = z.object({ sheet: z.enum(TEMPLATE_KEYS), region: z.string() });

const homeworkSchema = z.object({
  status: z.enum(HOMEWORK_STATUSES),
  alone: z.boolean(),
  /** With `revealed`: whether what was chosen is on the board. */
  copied: z.boolean(),
  /** Since when it is so. */
  at: z.number(),
});

const roundSchema = fieldSchema.extend({
  id: z.string(),
  opened: z.number(),
  /** Ids of the people who are ready. */
  ready: z.array(z.string()),
});

const endedRoundSchema = z.object({
  id: z.string(),
  at: z.number(),
  /** Where its stickers go; `null` when it was cancelled. */
  field: fieldSchema.nullable(),
  /** Whether they are there: what comes after is late. */
  shown: z.boolean(),
});

const stateSchema = z.object({
  frozen: z.boolean().default(false),
  homework: z.record(z.string(), homeworkSchema).default({}),
  /** The silent round that is open. */
  round: roundSchema.nullable().default(null),
  /** Silent rounds of which documents may be left. */
  endedRounds: z.array(endedRoundSchema).default([]),
  /** Documents that were erased lately: each node forgets them once. */
  erased: z
    .array(
      z.object({
        id: z.string(),
        document: z.string(),
        at: z.number(),
        /** Whether it is removed from the store. */
        done: z.boolean().default(true),
      }),
    )
    .default([]),
  /** When the board is erased by itself. */
  ends: z.number().nullable().default(null),
  /** Since when it is being erased; for everybody it is not there any more. */
  erasing: z.number().nullable().default(null),
});

/**
 * What the server itself keeps of a board and enforces, beside its documents: freeze, homework, rounds, end. One
 * value, so that what depends on each other changes together. Times are ms since the epoch.
 */
export type BoardState = z.infer<typeof stateSchema>;
export type Homework = z.infer<typeof homeworkSchema>;
export type EndedRound = z.infer<typeof endedRoundSchema>;

/** Where it is kept among the notes of a board. */
export const STATE_KIND = 'state';
export const STATE_ID = 'state';

/** How often a change is tried when other nodes change the same board at once. */
const TRIES = 20;

export interface BoardStates {
  /** As it is now. @throws {StoreError} */
  read(board: string): Promise<BoardState>;
  /**
   * Changes it. `change` is called again when somebody else was first, so it does nothing but compute; what it
   * throws ends it.
   * @throws {StoreError}
   */
  change(board: string, change: (state: BoardState) => BoardState): Promise<BoardState>;
}

/** Reads a note; one of a newer program, or damaged, is refused rather than taken for none. */
export function stateOf(value: string | undefined): BoardState {
  if (value === undefined) return stateSchema.parse({});
  const state = parsed(value);
  if (state === undefined)
    throw new StoreError('corrupt', 'what is kept of a board cannot be read: restore it from a backup');
  return state;
}

function parsed(value: string): BoardState | undefined {
  try {
    return stateSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}

export function createStates(store: Pick<NoteStore, 'note' | 'putNote'>): BoardStates {
  // Those of this node wait for each other, however many press a button at once.
  const turns = new Turns();
  return {
    async read(board) {
      return stateOf((await store.note(board, STATE_KIND, STATE_ID))?.value);
    },

    change(board, change) {
      return turns.take(board, async () => {
        for (let tries = 0; tries < TRIES; tries++) {
          const note = await store.note(board, STATE_KIND, STATE_ID);
          const before = stateOf(note?.value);
          const after = change(before);
          if (after === before) return before;
          const value = JSON.stringify(after);
          const written = await store.putNote(
            { board, kind: STATE_KIND, id: STATE_ID, value },
            note?.version ?? 0,
          );
          if (written !== undefined) return after;
        }
        throw new StoreError('unavailable', 'too many change this board at once; try again in a moment');
      });
    },
  };
}
