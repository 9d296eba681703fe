import type { Localized } from './keys.ts';

/** A sub-question of the homework, and the field of the bring-and-gain sheet its answers are for. */
export interface HomeworkField {
  /** The field's key on the bring-and-gain sheet: `core.essence`, `bring`. */
  readonly field: string;
  readonly ask: Localized;
}

/** One question of the homework, which every partner answers before the meeting. */
export interface HomeworkQuestion {
  readonly key: 'core' | 'interests' | 'contribution' | 'tension';
  readonly ask: Localized;
  /** What helps to answer it, under the question. */
  readonly hints: readonly Localized[];
  readonly fields: readonly HomeworkField[];
  /** May be left out without remark. */
  readonly optional?: true;
}

/** The homework in the order in which it is asked. It asks what the sheet has place for. */
export const HOMEWORK: readonly HomeworkQuestion[] = [
  {
    key: 'core',
    ask: {
      nl: 'Wat is voor jullie de kern van deze samenwerking, en waar willen jullie naartoe?',
      en: 'What is the heart of this collaboration for you, and where do you want to go?',
    },
    hints: [],
    fields: [
      {
        field: 'core.essence',
        ask: {
          nl: 'Welk vraagstuk of welke kans zien jullie?',
          en: 'Which issue or which opportunity do you see?',
        },
      },
      {
        field: 'core.ambition',
        ask: { nl: 'Wanneer is het voor jullie geslaagd?', en: 'When is it a success for you?' },
      },
    ],
  },
  {
    key: 'interests',
    ask: { nl: 'Welke belangen spelen er?', en: 'Which interests are at stake?' },
    hints: [
      {
        nl: 'Denk aan het belang van je organisatie, en aan wat het voor jou zelf betekent.',
        en: 'Think of what matters to your organisation, and of what it means to you yourself.',
      },
    ],
    fields: [
      {
        field: 'interestOwn',
        ask: {
          nl: 'Wat is jullie belang, los van deze samenwerking?',
          en: 'What is your interest, apart from this collaboration?',
        },
      },
      {
        field: 'interestAdded',
        ask: {
          nl: 'Wat moet de samenwerking aan dat belang toevoegen?',
          en: 'What must the collaboration add to that interest?',
        },
      },
      {
        field: 'coreValue',
        ask: {
          nl: 'Wat is jullie kernwaarde: wanneer worden jullie echt boos op de ander?',
          en: 'What is your core value: when do you get really angry with the other?',
        },
      },
    ],
  },
  {
    key: 'contribution',
    ask: {
      nl: 'Wat stoppen jullie erin, en wat willen jullie eruit halen?',
      en: 'What do you put in, and what do you want to get out?',
    },
    hints: [
      {
        nl: 'Denk aan mensen, middelen, kennis, netwerk, relaties, reputatie, continuïteit.',
        en: 'Think of people, means, knowledge, network, relations, reputation, continuity.',
      },
      {
        nl: 'Hoeveel? (uren per maand, euro’s, vierkante meters)',
        en: 'How much? (hours a month, euros, square metres)',
      },
      { nl: 'Vanaf wanneer, tot wanneer?', en: 'From when, until when?' },
    ],
    fields: [
      { field: 'bring', ask: { nl: 'Wat stoppen jullie erin?', en: 'What do you put in?' } },
      {
        field: 'gain',
        ask: { nl: 'Wat willen jullie eruit halen?', en: 'What do you want to get out?' },
      },
    ],
  },
  {
    key: 'tension',
    ask: {
      nl: 'Welk punt vinden jullie spannend en moet snel op tafel?',
      en: 'Which point feels tense to you and should be on the table soon?',
    },
    hints: [],
    fields: [
      {
        field: 'core.tensions',
        ask: {
          nl: 'Waar zijn jullie bang voor? Wat zou helpen?',
          en: 'What are you afraid of? What would help?',
        },
      },
    ],
    optional: true,
  },
];

/** The fields that the homework asks about, in order. */
export const HOMEWORK_FIELDS: readonly string[] = HOMEWORK.flatMap(({ fields }) =>
  fields.map(({ field }) => field),
);
