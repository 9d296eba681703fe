/** What the facilitator sees. */
export const texts = { 'strip.label': 'Het gesprek' } as const;
