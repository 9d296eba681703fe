import type * as Y from 'yjs';
import * as z from 'zod/mini';
import { LIMITS } from '../protocol/limits.ts';
import { TEMPLATE_KEYS, type TemplateKey } from '../template/keys.ts';
import { partnerIdSchema } from './fields.ts';
import { ORIGIN } from './origin.ts';

/**
 * The conversation at the table, in the table document beside title and partners. The map `meeting` is written
 * by the facilitator; the map `acts` by the server, which shows there what it enforces. Each key is one flat
 * value, so that a concurrent change is never half applied. Times are ms since the epoch by the server's clock,
 * on which all who look agree; durations are ms.
 */
const time = z.number().check(z.gte(0));
const regionId = z.string().check(z.minLength(1), z.maxLength(128));
const sheet = z.enum(TEMPLATE_KEYS);

const planStepSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  title: z.string().check(z.maxLength(LIMITS.stepTitle)),
  /** What is done, in a sentence; may be empty. */
  note: z.string().check(z.maxLength(LIMITS.stepNote)),
  minutes: z.number().check(z.int(), z.gte(0), z.lte(LIMITS.stepMinutes)),
  /** Where it happens, if in one place. */
  sheet: z.optional(sheet),
  region: z.optional(regionId),
});

const timerSchema = z.object({
  /** How long it was set for. */
  duration: z.number().check(z.gte(0), z.lte(LIMITS.timer)),
  /** Running: when it reaches zero. */
  ends: z.nullable(time),
  /** Paused: what is left; also kept while running, as of the start. */
  left: z.number(),
});

const focusSchema = z.object({
  sheet,
  region: regionId,
  /** How often everybody's view was called there: one that is higher than before brings them. */
  calls: z.optional(z.number().check(z.int(), z.gte(0))),
});

const leadSchema = z.object({
  /** The person whose view is followed. */
  person: z.string().check(z.maxLength(64)),
  sheet,
  /** What is in view, in sheet units. */
  view: z.object({
    x: z.number(),
    y: z.number(),
    width: z.number().check(z.gt(0)),
    height: z.number().check(z.gt(0)),
  }),
});

const turnsSchema = z.object({
  /** Partner ids in the order in which they speak. */
  order: z.array(partnerIdSchema).check(z.maxLength(LIMITS.maxPartners)),
  /** Index in `order` of whose turn it is; `null` before and after. */
  current: z.nullable(z.number().check(z.int(), z.gte(0))),
  /** What each partner gets, the same for all. */
  each: z.number().check(z.gte(0), z.lte(LIMITS.timer)),
});

export type PlanStep = z.infer<typeof planStepSchema>;
export type Timer = z.infer<typeof timerSchema>;
export type Focus = z.infer<typeof focusSchema>;
export type Lead = z.infer<typeof leadSchema>;
export type Turns = z.infer<typeof turnsSchema>;

/** What the facilitator sets. */
export interface Conduct {
  /** Sheets that are open to partners and observers; the facilitator sees all. */
  readonly sheets: readonly TemplateKey[];
  readonly plan: readonly PlanStep[];
  /** Minutes there are for all of the plan; `null` when nobody said. Enforces nothing. */
  readonly booked: number | null;
  /** Id of the step of the plan that is on; `null` before the first. */
  readonly step: string | null;
  /** Seen by everybody; never locks anything by itself. */
  readonly timer: Timer | null;
  /** The field the others are dimmed for. */
  readonly focus: Focus | null;
  /** *Kijk mee*: everybody's view is brought there. */
  readonly lead: Lead | null;
  readonly turns: Turns | null;
}

export const HOMEWORK_STATUSES = ['notStarted', 'inProgress', 'ready', 'revealed'] as const;
export type HomeworkStatus = (typeof HOMEWORK_STATUSES)[number];

const roundSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  sheet,
  region: regionId,
  opened: time,
  /** How many people said they are ready: never who, never what. */
  ready: z.number().check(z.int(), z.gte(0)),
});
export type SilentRound = z.infer<typeof roundSchema>;

/** What the server does, as it shows it. It enforces from its own records: whatever stands here. */
export interface Acts {
  readonly frozen: boolean;
  /** By partner id; absent is `notStarted`. */
  readonly homework: Readonly<Record<string, { readonly status: HomeworkStatus; readonly alone: boolean }>>;
  /** The silent round that is open. */
  readonly round: SilentRound | null;
  /** When the board is erased by itself. */
  readonly ends: number | null;
}

/** The conversation as readers see it. */
export interface Meeting extends Conduct, Acts {}

const conductSchemas = {
  sheets: z.array(sheet),
  plan: z.array(planStepSchema).check(z.maxLength(LIMITS.steps)),
  booked: z.nullable(z.number().check(z.int(), z.gt(0), z.lte(LIMITS.bookedMinutes))),
  step: z.nullable(z.string().check(z.maxLength(64))),
  timer: z.nullable(timerSchema),
  focus: z.nullable(focusSchema),
  lead: z.nullable(leadSchema),
  turns: z.nullable(turnsSchema),
} as const;

const NO_CONDUCT: Conduct = {
  sheets: TEMPLATE_KEYS,
  plan: [],
  booked: null,
  step: null,
  timer: null,
  focus: null,
  lead: null,
  turns: null,
};
const HOMEWORK = 'homework:';
const homeworkSchema = z.object({ status: z.enum(HOMEWORK_STATUSES), alone: z.boolean() });

const conductOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meeting');
const actsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('acts');

/** Reads the meeting from a table document. What does not fit counts as not there. */
export function readMeeting(doc: Y.Doc): Meeting {
  const conduct = Object.fromEntries(
    Object.entries(conductSchemas).map(([key, schema]) => {
      const parsed = schema.safeParse(conductOf(doc).get(key));
      return [key, parsed.success ? parsed.data : NO_CONDUCT[key as keyof Conduct]];
    }),
  ) as unknown as Conduct;
  return { ...conduct, ...readActs(doc) };
}

function readActs(doc: Y.Doc): Acts {
  const acts = actsOf(doc);
  const homework: Record<string, Acts['homework'][string]> = {};
  for (const [key, value] of acts) {
    const parsed = key.startsWith(HOMEWORK) ? homeworkSchema.safeParse(value) : undefined;
    if (parsed?.success === true) homework[key.slice(HOMEWORK.length)] = parsed.data;
  }
  const round = roundSchema.safeParse(acts.get('round'));
  const ends = acts.get('ends');
  return {
    frozen: acts.get('frozen') === true,
    homework,
    round: round.success ? round.data : null,
    ends: typeof ends === 'number' ? ends : null,
  };
}

/** Sets parts of what the facilitator sets, in one transaction; parts that are not named stay. */
export function writeConduct(doc: Y.Doc, change: Partial<Conduct>): void {
  doc.transact(() => {
    for (const [key, value] of Object.entries(change)) conductOf(doc).set(key, value);
  }, ORIGIN.writeTable);
}

/** Shows what the server does; for the server only. Parts that are not named stay. */
export function writeActs(doc: Y.Doc, { homework, ...rest }: Partial<Acts>): void {
  doc.transact(() => {
    const acts = actsOf(doc);
    for (const [key, value] of Object.entries(rest)) acts.set(key, value);
    for (const [partner, value] of Object.entries(homework ?? {})) acts.set(`${HOMEWORK}${partner}`, value);
  }, ORIGIN.writeActs);
}
