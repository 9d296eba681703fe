import type { BlockTemplate } from './types.ts';

/**
 * The Partnermodel Canvas: nine blocks of the Business Model Canvas with the partners split in two, and three
 * that alliances add. A reconstruction after Kaats and Opheij, whose own drawing is not public. Blocks stand
 * in the order of filling; blocks of one step are filled side by side.
 */
export const partnerModelCanvas: BlockTemplate = {
  kind: 'blocks',
  key: 'partnermodel-canvas',
  title: { nl: 'Partnermodel Canvas', en: 'Partner Model Canvas' },
  grid: { columns: 12, rows: 8 },
  blocks: [
    {
      key: 'sharedAmbition',
      at: [5, 3, 4, 2],
      step: 1,
      emphasis: true,
      label: { nl: 'Gedeelde ambitie', en: 'Shared ambition' },
    },
    {
      key: 'corePartners',
      at: [1, 1, 2, 3],
      step: 2,
      label: { nl: 'Kernpartners', en: 'Core partners' },
    },
    {
      key: 'customers',
      at: [11, 1, 2, 6],
      step: 3,
      label: { nl: 'Klanten & doelgroepen', en: 'Customers & target groups' },
    },
    {
      key: 'jointProposition',
      at: [5, 1, 4, 2],
      step: 4,
      label: { nl: 'Gezamenlijke propositie', en: 'Joint proposition' },
    },
    {
      key: 'customerRelations',
      at: [9, 1, 2, 2],
      step: 5,
      label: { nl: 'Klantrelaties', en: 'Customer relations' },
    },
    {
      key: 'channels',
      at: [9, 3, 2, 2],
      step: 5,
      label: { nl: 'Kanalen', en: 'Channels' },
    },
    {
      key: 'branding',
      at: [9, 5, 2, 2],
      step: 5,
      label: { nl: 'Branding', en: 'Branding' },
    },
    {
      key: 'keyActivities',
      at: [3, 1, 2, 3],
      step: 6,
      label: { nl: 'Kernactiviteiten', en: 'Key activities' },
    },
    {
      key: 'keyResources',
      at: [3, 4, 2, 3],
      step: 6,
      label: { nl: 'Kernmiddelen', en: 'Key resources' },
    },
    {
      key: 'chainPartners',
      at: [1, 4, 2, 3],
      step: 6,
      label: { nl: 'Ketenpartners', en: 'Chain partners' },
    },
    {
      key: 'costs',
      at: [1, 7, 6, 2],
      step: 7,
      label: { nl: 'Kosten', en: 'Costs' },
    },
    {
      key: 'returns',
      at: [7, 7, 6, 2],
      step: 7,
      label: { nl: 'Opbrengsten', en: 'Returns' },
    },
    {
      key: 'rulesAndGovernance',
      at: [5, 5, 4, 2],
      step: 8,
      label: { nl: 'Spelregels & besturing', en: 'Rules & governance' },
      tags: [
        'besluitvorming',
        'escalatie',
        'exclusiviteit',
        'intellectueel-eigendom',
        'data',
        'geld',
        'toetreden',
        'uittreden',
        'communicatie',
      ],
    },
  ],
};
