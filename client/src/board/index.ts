export { openMeeting } from './meeting/openMeeting.ts';
export type * from './meeting/types.ts';
export { type ActsFollowed, followActs } from './acts.ts';
export { openBoard } from './openBoard.ts';
export type * from './types.ts';
