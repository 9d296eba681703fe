import type { FieldQuestions } from './types.ts';

/** What the fields of the bring-and-gain sheet ask, by key. */
export const bringGainQuestions = {
  'core.essence': {
    ask: [
      {
        nl: 'Waar gaat deze samenwerking in de kern over?',
        en: 'What is this collaboration about at heart?',
      },
    ],
  },
  'core.ambition': {
    ask: [
      {
        nl: 'Wat willen we samen voor elkaar krijgen? Wat staat er straks in de krant?',
        en: 'What do we want to achieve together? What will the newspaper say?',
      },
    ],
  },
  'core.commonGround': {
    ask: [{ nl: 'Waarin vinden we elkaar al?', en: 'Where do we already agree?' }],
  },
  'core.tensions': {
    ask: [
      {
        nl: 'Welke kwestie moeten we snel samen oplossen?',
        en: 'Which issue must we solve together soon?',
      },
    ],
  },
  interestOwn: {
    ask: [
      {
        nl: 'Waar gaat het jullie om, ook als deze samenwerking er niet zou zijn?',
        en: 'What matters to you, even if this collaboration did not exist?',
      },
    ],
  },
  interestAdded: {
    ask: [
      {
        nl: 'Wat moet de samenwerking aan dat belang bijdragen?',
        en: 'What must the collaboration contribute to that interest?',
      },
    ],
  },
  coreValue: {
    ask: [
      {
        nl: 'Wanneer word je echt boos op de ander? Wat moet altijd overeind blijven?',
        en: 'When does the other make you really angry? What must always stand?',
      },
    ],
  },
  bring: {
    ask: [
      {
        nl: 'Wat stop je erin? Hoeveel, en voor hoe lang?',
        en: 'What do you put in? How much, and for how long?',
      },
    ],
  },
  gain: {
    ask: [
      {
        nl: 'Wat wil je eruit halen? Waaraan merk je dat?',
        en: 'What do you want to get out? How will you notice?',
      },
    ],
  },
} as const satisfies Readonly<Record<string, FieldQuestions>>;
