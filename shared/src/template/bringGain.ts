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
    },
    {
      key: 'core.ambition',
      label: { nl: 'Gedeelde ambitie', en: 'Shared ambition' },
      emphasis: true,
    },
  ],
  aside: [
    {
      key: 'core.commonGround',
      label: { nl: 'Overeenkomsten', en: 'Common ground' },
    },
    {
      key: 'core.tensions',
      label: { nl: 'Spannende punten', en: 'Points of tension' },
    },
  ],
  perPartner: [
    {
      key: 'interestOwn',
      label: { nl: 'Ons belang', en: 'Our interest' },
    },
    {
      key: 'interestAdded',
      label: { nl: 'Wat de samenwerking daaraan toevoegt', en: 'What the collaboration should add' },
    },
    {
      key: 'coreValue',
      label: { nl: 'Kernwaarde', en: 'Core value' },
      sensitive: true,
    },
    {
      key: 'bring',
      label: { nl: 'Brengen', en: 'Bring' },
      contribution: true,
      arrow: 'toCore',
    },
    {
      key: 'gain',
      label: { nl: 'Halen', en: 'Gain' },
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
