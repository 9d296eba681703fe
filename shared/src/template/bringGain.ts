import type { PanelTemplate } from './types.ts';

/**
 * The bring-and-gain sheet: the shared core in the middle, what partners agree and differ on beside it, and
 * one panel of equal size for every partner. The ambition is the heart here as it is on the canvas.
 */
export const bringGain: PanelTemplate = {
  kind: 'panels',
  key: 'brengen-halen',
  title: { nl: 'Brengen-halen schema', en: 'Bring-and-gain sheet' },
  grid: { columns: 24, rows: 16 },
  partners: { min: 2, max: 8 },
  core: [
    {
      key: 'core.essence',
      label: { nl: 'Essentie', en: 'Essence' },
      ask: [
        {
          nl: 'Waar gaat deze samenwerking in de kern over?',
          en: 'What is this collaboration about at heart?',
        },
      ],
    },
    {
      key: 'core.ambition',
      label: { nl: 'Gedeelde ambitie', en: 'Shared ambition' },
      ask: [
        {
          nl: 'Wat willen we samen voor elkaar krijgen? Wat staat er straks in de krant?',
          en: 'What do we want to achieve together? What will the newspaper say?',
        },
      ],
      emphasis: true,
    },
  ],
  aside: [
    {
      key: 'core.commonGround',
      label: { nl: 'Overeenkomsten', en: 'Common ground' },
      ask: [{ nl: 'Waarin vinden we elkaar al?', en: 'Where do we already agree?' }],
    },
    {
      key: 'core.tensions',
      label: { nl: 'Spannende punten', en: 'Points of tension' },
      ask: [
        {
          nl: 'Welke kwestie moeten we snel samen oplossen?',
          en: 'Which issue must we solve together soon?',
        },
      ],
    },
  ],
  perPartner: [
    {
      key: 'interestOwn',
      label: { nl: 'Ons belang', en: 'Our interest' },
      ask: [
        {
          nl: 'Waar gaat het jullie om, ook als deze samenwerking er niet zou zijn?',
          en: 'What matters to you, even if this collaboration did not exist?',
        },
      ],
    },
    {
      key: 'interestAdded',
      label: { nl: 'Wat de samenwerking daaraan toevoegt', en: 'What the collaboration should add' },
      ask: [
        {
          nl: 'Wat moet de samenwerking aan dat belang bijdragen?',
          en: 'What must the collaboration contribute to that interest?',
        },
      ],
    },
    {
      key: 'coreValue',
      label: { nl: 'Kernwaarde', en: 'Core value' },
      ask: [
        {
          nl: 'Wanneer word je echt boos op de ander? Wat moet altijd overeind blijven?',
          en: 'When does the other make you really angry? What must always stand?',
        },
      ],
      sensitive: true,
    },
    {
      key: 'bring',
      label: { nl: 'Brengen', en: 'Bring' },
      ask: [
        {
          nl: 'Wat stop je erin? Hoeveel, en voor hoe lang?',
          en: 'What do you put in? How much, and for how long?',
        },
      ],
      contribution: true,
      arrow: 'toCore',
    },
    {
      key: 'gain',
      label: { nl: 'Halen', en: 'Gain' },
      ask: [
        {
          nl: 'Wat wil je eruit halen? Waaraan merk je dat?',
          en: 'What do you want to get out? How will you notice?',
        },
      ],
      contribution: true,
      arrow: 'fromCore',
    },
  ],
  // The list is open: `other` has no unit to suggest.
  categories: [
    {
      key: 'people',
      label: { nl: 'mensen', en: 'people' },
      unitHint: { nl: 'uren/maand, fte', en: 'hours/month, FTE' },
    },
    {
      key: 'means',
      label: { nl: 'middelen', en: 'means' },
      unitHint: { nl: 'euro, ruimte, materieel', en: 'euros, space, equipment' },
    },
    {
      key: 'knowledge',
      label: { nl: 'kennis', en: 'knowledge' },
      unitHint: { nl: 'onderzoek, data, ervaring', en: 'research, data, experience' },
    },
    {
      key: 'network',
      label: { nl: 'netwerk', en: 'network' },
      unitHint: { nl: 'aantal contacten, bereik', en: 'number of contacts, reach' },
    },
    {
      key: 'relations',
      label: { nl: 'relaties', en: 'relations' },
      unitHint: { nl: 'ingang bij, vertrouwen van', en: 'access to, trust of' },
    },
    {
      key: 'reputation',
      label: { nl: 'reputatie', en: 'reputation' },
      unitHint: { nl: 'naam, zichtbaarheid', en: 'name, visibility' },
    },
    {
      key: 'continuity',
      label: { nl: 'continuïteit', en: 'continuity' },
      unitHint: { nl: 'jaren, zekerheid', en: 'years, certainty' },
    },
    { key: 'other', label: { nl: 'anders…', en: 'other…' }, unitHint: { nl: '', en: '' } },
  ],
};
