export type { BesideOptions, BesideSource } from './beside.ts';
export { type ConductCalls, conductCalls } from './conductCalls.ts';
export { notifyFailedAct } from './failedAct.ts';
export { ApiFailure, type ApiFailureCode, createBoard, join, readInvitation, readSession } from './join.ts';
export { type LinkCalls, linkCalls, type NewLink } from './linkCalls.ts';
export { type MeetingCalls, meetingCalls } from './meetingCalls.ts';
export {
  type BoardSession,
  type BoardSource,
  openBoardSession,
  type SessionOptions,
} from './openBoardSession.ts';
export { makePen } from './penCalls.ts';
export { SHOWN_IN_DRAG } from './presence.ts';
export { type Readable, type Writable, writable } from './readable.ts';
export { MAX_RECENT, type RecentBoard, type RecentBoards, recentBoards } from './recent.ts';
export { type ServerClock, serverClock } from './serverClock.ts';
export type * from './types.ts';
export { guardUnsaved } from './unsaved.ts';
export { whenSaved } from './whenSaved.ts';
