import { describe, expect, it } from 'vitest';
import { asksAlone, notYet, ready } from './revealing.ts';

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
  it('is who is ready, and who asked to come by itself only when that is chosen', () => {
    expect(ids(ready(partners, { homework }, false))).toEqual(['gemeente']);
    expect(ids(ready(partners, { homework }, true))).toEqual(['gemeente', 'school']);
    expect(partners.filter(({ id }) => asksAlone({ homework }, id)).map(({ id }) => id)).toEqual(['school']);
  });

  it('is not who has not finished, nor who came before', () => {
    expect(ids(notYet(partners, { homework }))).toEqual(['buurt']);
    expect(ready(partners, { homework: {} }, true)).toEqual([]);
  });
});
