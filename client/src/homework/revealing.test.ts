import { describe, expect, it } from 'vitest';
import { notYet, whoIsReady } from './revealing.ts';

const partners = ['gemeente', 'school', 'zorg', 'buurt'].map((id) => ({
  id,
  name: id,
  mark: 'X',
  color: '#009E73',
}));
const homework = {
  gemeente: { status: 'ready', alone: false },
  school: { status: 'ready', alone: true },
  zorg: { status: 'revealed', alone: false },
} as const;
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('who comes on the table', () => {
  it('is who is ready; who asked to come alone is not among all', () => {
    const { together, alone } = whoIsReady(partners, { homework });
    expect([ids(together), ids(alone)]).toEqual([['gemeente'], ['school']]);
  });

  it('is not who has not finished, nor who came before', () => {
    expect(ids(notYet(partners, { homework }))).toEqual(['buurt']);
    expect(whoIsReady(partners, { homework: {} })).toEqual({ together: [], alone: [] });
  });
});
