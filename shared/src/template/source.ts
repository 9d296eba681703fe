import type { Localized } from './keys.ts';

/** The small line under every sheet and picture that credits the makers of both instruments. */
export const SOURCE_LINE: Localized = {
  nl: 'Vrij naar het partnermodel Canvas en het brengen-halen gesprek van E. Kaats en W. Opheij. Bouwstenen deels ontleend aan het Business Model Canvas (Strategyzer, Creative Commons BY-SA).',
  en: 'Freely after the Partner Model Canvas and the bring-and-gain conversation by E. Kaats and W. Opheij. Building blocks partly taken from the Business Model Canvas (Strategyzer, Creative Commons BY-SA).',
};
