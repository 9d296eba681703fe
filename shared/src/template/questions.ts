import { bringGainQuestions } from './bringGainQuestions.ts';
import type { TemplateKey } from './keys.ts';
import { partnerModelQuestions } from './partnerModelQuestions.ts';
import type { FieldQuestions } from './types.ts';

/** Apart from the templates: a page draws those first, and asks these when somebody opens a field. */
const QUESTIONS: Readonly<Record<TemplateKey, Readonly<Record<string, FieldQuestions>>>> = {
  'brengen-halen': bringGainQuestions,
  'partnermodel-canvas': partnerModelQuestions,
};

const NONE: FieldQuestions = { ask: [] };

/** What a field asks, by its key (`bring`, not the region id `bring@gemeente`); nothing for a field there is not. */
export function questionsOf(template: TemplateKey, key: string): FieldQuestions {
  const known = QUESTIONS[template];
  return Object.hasOwn(known, key) ? (known[key] ?? NONE) : NONE;
}
