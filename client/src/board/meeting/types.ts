import type { Focus, Meeting, Partner, PlanStep } from '@samenbord/shared/board';
import type { Rect } from '@samenbord/shared/layout';
import type { PlannedStep, TemplateKey } from '@samenbord/shared/template';
import type { Readable } from '../../session/readable.ts';

/** The conversation as everybody sees it: plain values, each the same object until it changes. */
export type MeetingView = Meeting;

/** The conversation of an open board. */
export interface MeetingHandle {
  readonly view: Readable<MeetingView>;
  /**
   * The facilitator's commands. Their code is fetched when somebody first asks, since most people on a board are
   * no facilitator. @throws what the import threw
   */
  conductor(): Promise<Conductor>;
  /** Stops following the document. */
  close(): void;
}

/** What a partner can be given. */
export type PartnerChange = Partial<Pick<Partner, 'name' | 'mark' | 'color'>>;

/** Why a partner was not added or changed. */
export type SeatProblem = 'full' | 'no-name' | 'name-long' | 'mark-unfit' | 'mark-taken' | 'read-only';

export type StepChange = Partial<Pick<PlanStep, 'title' | 'note' | 'minutes'>>;

/**
 * All that a facilitator sets: each is one transaction in the table document. They do nothing for who is no
 * facilitator, before the board has arrived, and on a board of a newer version.
 */
export interface Conductor {
  /** @returns the new partner with a letter and colour nobody has, or why there is none */
  addPartner(name: string): Partner | SeatProblem;
  /** A colour that another partner has is swapped with it. @returns why nothing was changed, if so */
  editPartner(id: string, change: PartnerChange): SeatProblem | undefined;
  /** One place earlier (-1) or later (1). */
  movePartner(id: string, by: -1 | 1): void;

  /** Opens or closes a sheet for partners and observers. The last one stays open. */
  openSheet(sheet: TemplateKey, open: boolean): void;

  /** In the place of all there was; the step that was on is on no more. */
  takePlan(steps: readonly PlannedStep[]): void;
  /** An empty step at the end. @returns its id, or `undefined` when the plan is full */
  addStep(title: string): string | undefined;
  editStep(id: string, change: StepChange): void;
  moveStep(id: string, by: -1 | 1): void;
  removeStep(id: string): void;
  /** @param minutes `null`: nobody says */
  setBooked(minutes: number | null): void;
  /** `null` is before the first. */
  goToStep(id: string | null): void;
  nextStep(): void;
  previousStep(): void;

  /** @param duration ms. Starts at once, in the place of what was running. */
  startTimer(duration: number): void;
  pauseTimer(): void;
  resumeTimer(): void;
  /** @param more ms */
  extendTimer(more: number): void;
  stopTimer(): void;

  /** Dims all but one field, for everybody. `null` ends it. */
  focus(on: Pick<Focus, 'sheet' | 'region'> | null): void;
  /** Brings everybody's view to the field in focus, once. */
  callToFocus(): void;
  /** *Kijk mee*: brings everybody's view where this person's is, and says so again at each change. */
  lead(sheet: TemplateKey, view: Rect): void;
  stopLead(): void;

  /** Whose turn it will be, in this order, with so long each (ms). Nobody's turn yet. */
  planTurns(order: readonly string[], each: number): void;
  /** The same in an order by chance. */
  shuffleTurns(): void;
  moveTurn(partner: string, by: -1 | 1): void;
  /** The first or next partner's turn, with the timer on its time; after the last one turns are over. */
  nextTurn(): void;
  previousTurn(): void;
  endTurns(): void;
}
