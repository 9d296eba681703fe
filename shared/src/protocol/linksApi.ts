import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { DUTIES, type Duty, ROLES, type Role } from './roles.ts';
import { visibleText } from './visibleText.ts';

/** How people come in by a link: at once, or when the facilitator lets them (*toelaten*). */
export const ADMISSIONS = ['open', 'ask'] as const;
export type LinkAdmission = (typeof ADMISSIONS)[number];

/** Times are ms since the epoch. */
const time = z.number().check(z.int(), z.gte(0));

/** What the facilitator may set on a link. `null` is: no end, no limit. */
export const linkSettingsSchema = z.object({
  /** For the facilitator's own list, such as "directie"; empty for none. */
  name: z.optional(z.union([z.literal(''), visibleText(LIMITS.linkName)])),
  /** When it stops working, and ends the sessions that came in by it. */
  expires: z.optional(z.nullable(time)),
  /** How many different people may come in by it. */
  maxPeople: z.optional(z.nullable(z.number().check(z.int(), z.gte(1), z.lte(LIMITS.linkPeople)))),
  admission: z.optional(z.enum(ADMISSIONS)),
});
export type LinkSettings = z.infer<typeof linkSettingsSchema>;

/** `POST /api/boards/<board>/links` -> 201 {@link NewLinkResponse}. `partner` with role `partner` and only then. */
export const newLinkSchema = z.extend(linkSettingsSchema, {
  role: z.enum(ROLES),
  partner: z.optional(z.string().check(z.maxLength(64))),
});

/** 200 of `POST /api/boards/<board>/links/<link>` {@link linkSettingsSchema}: settings that are named change. */
export interface LinkResponse {
  readonly link: LinkInfo;
}

/** 200 of `GET /api/boards/<board>/links`, the oldest first, withdrawn ones included. */
export interface LinksResponse {
  readonly links: readonly LinkInfo[];
}

/** A link as the facilitator sees it: everything but what opens it. */
export interface LinkInfo {
  readonly id: string;
  readonly role: Role;
  readonly partner?: string;
  readonly name: string;
  /** ms since the epoch, as are the other times. */
  readonly made: number;
  readonly expires: number | null;
  readonly withdrawn: number | null;
  readonly maxPeople: number | null;
  readonly admission: LinkAdmission;
  /** How many different people have come in by it. */
  readonly people: number;
}

/** Also of `POST .../links/<link>/reissue`: the old one is withdrawn, the new one has its settings. */
export interface NewLinkResponse {
  readonly link: LinkInfo;
  readonly url: string;
}

/**
 * `POST .../links/<link>/code` -> 201: a code to say aloud. It is good while somebody shows it: it ends by itself
 * unless `.../code/renew` {@link shownCodeSchema} is asked again and again (200, the same answer), at once with
 * `.../code/end` {@link shownCodeSchema}, and at the latest at `expires`.
 */
export interface SpokenCodeResponse {
  /** {@link LIMITS.spokenCode} letters without look-alikes. */
  readonly code: string;
  /** When it ends whatever happens. */
  readonly expires: number;
  /** Within how many ms it has to be renewed; ask at least twice as often. */
  readonly lease: number;
}
export const shownCodeSchema = z.object({ code: z.string().check(z.maxLength(40)) });

/** `POST /api/codes/invitation`: as `/api/boards/<board>/invitation`, with the board's id in the answer. */
export const codeInvitationSchema = z.object({ code: z.string().check(z.maxLength(40)) });

/** `POST /api/codes/join`: as `/api/boards/<board>/join`, with the board's id in the answer. */
export const codeJoinSchema = z.object({
  code: z.string().check(z.maxLength(40)),
  name: visibleText(LIMITS.personName),
  duty: z.optional(z.enum(DUTIES)),
});

/**
 * 202 of joining by a link with admission `ask`: one waits. `POST /api/boards/<board>/waiting` `{token}` answers
 * 202 again with the same, or 200 with what joining answers, or an error: `refused-entry`, `withdrawn-link`.
 */
export interface WaitingResponse {
  readonly waiting: true;
  readonly token: string;
}
export const waitingSchema = z.object({ token: z.string().check(z.minLength(1), z.maxLength(200)) });

/** `GET /api/boards/<board>/waiting-room`, for facilitators; `POST .../waiting-room/<id>` {@link letInSchema} answers one. */
export interface WaitingRoomResponse {
  /** Whether any link that works has a waiting room at all: without, there is no need to ask often. */
  readonly asks: boolean;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly link: string;
    /** The link's own name; empty for none. */
    readonly linkName: string;
    readonly role: Role;
    readonly partner?: string;
    readonly since: number;
  }[];
}
export const letInSchema = z.object({ admit: z.boolean() });

/**
 * 200 of `GET /api/boards/<board>/people`, for partners: who came in for one's own partner, and when the links were
 * made by which one can come in for it now. Times are ms since the epoch.
 */
export interface OwnPeopleResponse {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly duty?: Duty;
    readonly first: number;
    readonly last: number;
  }[];
  readonly links: readonly { readonly made: number }[];
  /** When the newest link for it was made, also one that works no more; 0 without one. */
  readonly newest: number;
}

/** `GET /api/settings`: what the start page has to know. */
export interface SettingsResponse {
  /** Whether `POST /api/boards` asks for the creation secret, in `Authorization: Bearer <secret>`. */
  readonly boardCreation: 'open' | 'secret';
}
