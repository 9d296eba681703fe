export { openBoard } from './openBoard.ts';
export type * from './types.ts';
