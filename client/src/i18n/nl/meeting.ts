/** What everybody sees of the conversation: the strip under the header. */
export const texts = { 'strip.label': 'Het gesprek' } as const;
