export { bringGain } from './bringGain.ts';
export * from './homework.ts';
export * from './keys.ts';
export { partnerModelCanvas } from './partnerModelCanvas.ts';
export * from './plans.ts';
export { questionsOf } from './questions.ts';
export { SOURCE_LINE } from './source.ts';
export { fieldOf, fieldsOf, TEMPLATES } from './templates.ts';
export type * from './types.ts';
