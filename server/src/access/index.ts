export * from './access.ts';
export * from './actions.ts';
export type { BoardFacts } from './asking.ts';
export * from './decide.ts';
export { newId } from './secrets.ts';
export type * from './types.ts';
