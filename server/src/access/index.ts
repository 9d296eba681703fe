export * from './access.ts';
export { CODE_LASTS, CODE_LEASE, type Codes, MOST_CODES, type ShownCode } from './codes.ts';
export * from './decide.ts';
export { LINK_NOTE } from './linkNotes.ts';
export type { CountedLink, LinkRefusal, Links, NewLink, Withdrawal } from './links.ts';
export { hashSecret, newId, sameHash } from './secrets.ts';
export type * from './types.ts';
export type { Waiting, WaitingRoom } from './waiting.ts';
