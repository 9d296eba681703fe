import { describe, expect, test } from 'vitest';
import {
  bringGain,
  type FieldTemplate,
  fieldOf,
  fieldsOf,
  LANGUAGES,
  type Localized,
  partnerModelCanvas,
  questionsOf,
  SOURCE_LINE,
  TEMPLATE_KEYS,
  TEMPLATES,
  type TemplateKey,
} from './index.ts';

/** Table A2 of the domain, by hand: key, column, row, columns and rows spanned, step of filling. */
const CANVAS_TABLE = [
  ['corePartners', 1, 1, 2, 3, 2],
  ['chainPartners', 1, 4, 2, 3, 6],
  ['keyActivities', 3, 1, 2, 3, 6],
  ['keyResources', 3, 4, 2, 3, 6],
  ['jointProposition', 5, 1, 4, 2, 4],
  ['sharedAmbition', 5, 3, 4, 2, 1],
  ['rulesAndGovernance', 5, 5, 4, 2, 8],
  ['customerRelations', 9, 1, 2, 2, 5],
  ['channels', 9, 3, 2, 2, 5],
  ['branding', 9, 5, 2, 2, 5],
  ['customers', 11, 1, 2, 6, 3],
  ['costs', 1, 7, 6, 2, 7],
  ['returns', 7, 7, 6, 2, 7],
];

const DUTCH_LABELS = {
  'brengen-halen': {
    'core.essence': 'Essentie',
    'core.ambition': 'Gedeelde ambitie',
    'core.commonGround': 'Overeenkomsten',
    'core.tensions': 'Spannende punten',
    interestOwn: 'Ons belang',
    interestAdded: 'Wat de samenwerking daaraan toevoegt',
    coreValue: 'Kernwaarde',
    bring: 'Brengen',
    gain: 'Halen',
  },
  'partnermodel-canvas': {
    sharedAmbition: 'Gedeelde ambitie',
    corePartners: 'Kernpartners',
    customers: 'Klanten & doelgroepen',
    jointProposition: 'Gezamenlijke propositie',
    customerRelations: 'Klantrelaties',
    channels: 'Kanalen',
    branding: 'Branding',
    keyActivities: 'Kernactiviteiten',
    keyResources: 'Kernmiddelen',
    chainPartners: 'Ketenpartners',
    costs: 'Kosten',
    returns: 'Opbrengsten',
    rulesAndGovernance: 'Spelregels & besturing',
  },
};

function textsOf(template: TemplateKey, field: FieldTemplate): Localized[] {
  const { ask, hint } = questionsOf(template, field.key);
  return [field.label, ...ask, ...(hint ? [hint] : [])];
}

describe('the Partnermodel Canvas as data', () => {
  test('has the thirteen blocks where the table puts them, on 12 by 8', () => {
    expect(partnerModelCanvas.grid).toEqual({ columns: 12, rows: 8 });
    const table = partnerModelCanvas.blocks.map(({ key, at, step }) => [key, ...at, step]);
    const byKey = (a: unknown[], b: unknown[]) => String(a[0]).localeCompare(String(b[0]));
    expect(table.sort(byKey)).toEqual([...CANVAS_TABLE].sort(byKey));
  });

  test('lists the blocks in order of filling, the ambition first and as the heart', () => {
    const steps = partnerModelCanvas.blocks.map((block) => block.step ?? 0);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(partnerModelCanvas.blocks.filter((block) => block.emphasis).map(({ key }) => key)).toEqual([
      'sharedAmbition',
    ]);
  });

  test('asks two or three questions and gives a hint in every block', () => {
    const twoQuestions = ['channels', 'keyActivities', 'costs'];
    for (const block of partnerModelCanvas.blocks) {
      const { ask, hint } = questionsOf('partnermodel-canvas', block.key);
      expect(ask, block.key).toHaveLength(twoQuestions.includes(block.key) ? 2 : 3);
      expect(hint, block.key).toBeDefined();
    }
  });

  test('has the exact words of the domain', () => {
    expect(partnerModelCanvas.title).toEqual({ nl: 'Partnermodel Canvas', en: 'Partner Model Canvas' });
    expect(questionsOf('partnermodel-canvas', 'sharedAmbition').ask[1]).toEqual({
      nl: 'Waaraan ziet de buitenwereld over vijf jaar dat het gelukt is?',
      en: 'How will the outside world see in five years that we succeeded?',
    });
    expect(questionsOf('partnermodel-canvas', 'chainPartners').hint).toEqual({
      nl: "Noem functie én naam als je die al weet: 'installateur (nog te kiezen)'.",
      en: "Give role and name if known: 'installer (still to choose)'.",
    });
    expect(fieldOf('partnermodel-canvas', 'returns')?.label.en).toBe('Returns');
    expect(fieldOf('partnermodel-canvas', 'rulesAndGovernance')?.tags).toEqual([
      'besluitvorming',
      'escalatie',
      'exclusiviteit',
      'intellectueel-eigendom',
      'data',
      'geld',
      'toetreden',
      'uittreden',
      'communicatie',
    ]);
  });
});

describe('the bring-and-gain sheet as data', () => {
  test('has core, side and panel fields in order, for 2 to 8 partners on 24 by 16', () => {
    expect(bringGain.grid).toEqual({ columns: 24, rows: 16 });
    expect(bringGain.partners).toEqual({ min: 2, max: 8 });
    expect(bringGain.core.map(({ key }) => key)).toEqual(['core.essence', 'core.ambition']);
    expect(bringGain.aside.map(({ key }) => key)).toEqual(['core.commonGround', 'core.tensions']);
    expect(bringGain.perPartner.map(({ key }) => key)).toEqual([
      'interestOwn',
      'interestAdded',
      'coreValue',
      'bring',
      'gain',
    ]);
  });

  test('marks what is sensitive, a contribution, and which way it flows', () => {
    const all = fieldsOf('brengen-halen');
    expect(all.filter((field) => field.sensitive).map(({ key }) => key)).toEqual(['coreValue']);
    expect(all.filter((field) => field.contribution).map(({ key }) => key)).toEqual(['bring', 'gain']);
    expect(all.filter((field) => field.arrow).map(({ key, arrow }) => [key, arrow])).toEqual([
      ['bring', 'toCore'],
      ['gain', 'fromCore'],
    ]);
    expect(all.filter((field) => field.emphasis).map(({ key }) => key)).toEqual(['core.ambition']);
  });

  test('has the exact words of the domain', () => {
    expect(bringGain.title).toEqual({ nl: 'Brengen-halen schema', en: 'Bring-and-gain sheet' });
    expect(questionsOf('brengen-halen', 'coreValue').ask).toEqual([
      {
        nl: 'Wanneer word je echt boos op de ander? Wat moet altijd overeind blijven?',
        en: 'When does the other make you really angry? What must always stand?',
      },
    ]);
    expect(fieldOf('brengen-halen', 'core.tensions')?.label.en).toBe('Points of tension');
  });

  test('names seven categories and an open one, each but the open one with a unit to suggest', () => {
    expect(bringGain.categories.map(({ key, label }) => [key, label.nl, label.en])).toEqual([
      ['people', 'mensen', 'people'],
      ['means', 'middelen', 'means'],
      ['knowledge', 'kennis', 'knowledge'],
      ['network', 'netwerk', 'network'],
      ['relations', 'relaties', 'relations'],
      ['reputation', 'reputatie', 'reputation'],
      ['continuity', 'continuïteit', 'continuity'],
      ['other', 'anders…', 'other…'],
    ]);
    for (const { key, unitHint } of bringGain.categories)
      for (const language of LANGUAGES) expect(unitHint[language] === '', key).toBe(key === 'other');
    expect(bringGain.categories[0]?.unitHint).toEqual({ nl: 'uren/maand, fte', en: 'hours/month, FTE' });
  });
});

describe.each(TEMPLATE_KEYS)('every text of %s', (key) => {
  test('exists in every language', () => {
    const texts = [
      TEMPLATES[key].title,
      SOURCE_LINE,
      ...fieldsOf(key).flatMap((field) => textsOf(key, field)),
    ];
    for (const text of texts)
      for (const language of LANGUAGES) expect(text[language].trim(), JSON.stringify(text)).not.toBe('');
  });

  test('asks something in every field, and nothing of a field there is not', () => {
    for (const field of fieldsOf(key)) expect(questionsOf(key, field.key).ask, field.key).not.toEqual([]);
    for (const none of ['none', 'bring@gemeente', 'constructor'])
      expect(questionsOf(key, none)).toEqual({ ask: [] });
  });

  test('is translated: questions and hints differ between the languages', () => {
    for (const field of fieldsOf(key))
      for (const text of textsOf(key, field).slice(1)) expect(text.nl, field.key).not.toBe(text.en);
  });

  test('stands under its field with the Dutch label of the domain', () => {
    const labels = Object.fromEntries(fieldsOf(key).map((field) => [field.key, field.label.nl]));
    expect(labels).toEqual(DUTCH_LABELS[key]);
  });
});

test('a template is found by its key, a field by its own, and nothing by another', () => {
  for (const key of TEMPLATE_KEYS) expect(TEMPLATES[key].key).toBe(key);
  expect(fieldOf('brengen-halen', 'bring')?.key).toBe('bring');
  expect(fieldOf('brengen-halen', 'bring@gemeente')).toBeUndefined();
  expect(fieldOf('partnermodel-canvas', 'bring')).toBeUndefined();
});

test('the source line credits both sources', () => {
  for (const language of LANGUAGES)
    for (const name of ['E. Kaats en W. Opheij', 'Business Model Canvas', 'Strategyzer', 'BY-SA'])
      expect(SOURCE_LINE[language]).toContain(language === 'en' ? name.replace(' en ', ' and ') : name);
});
