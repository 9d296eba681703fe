/** What a link, and so a person who came in by it, may do on a board. */
export const ROLES = ['facilitator', 'partner', 'observer'] as const;

/**
 * - `facilitator`: neutral, writes the board and the table, on behalf of whom they choose;
 * - `partner`: a person of one partner organisation, writes the board;
 * - `observer`: reads everything that is on the table, writes nothing.
 */
export type Role = (typeof ROLES)[number];

/** What a person does for the partner they come from: bestuurder or trekker. Shown, and used for nothing else. */
export const DUTIES = ['executive', 'lead'] as const;
export type Duty = (typeof DUTIES)[number];
