export { openMeeting } from './meeting/openMeeting.ts';
export type * from './meeting/types.ts';
export { openBoard } from './openBoard.ts';
export type * from './types.ts';
// Homework and silent rounds are not here: rooms that are fetched later import './homework.ts' and './silent.ts'.
