import { expect, test } from 'vitest';
import { memoryStore } from '../store/index.ts';
import { createStates } from './state.ts';

test('fifty who change a board at one moment all do', async () => {
  const store = memoryStore();
  await store.addBoard({ id: 'board-of-ours', made: 1 }, []);
  const states = createStates(store);
  await Promise.all(
    Array.from({ length: 50 }, () =>
      states.change('board-of-ours', (state) => ({ ...state, ends: (state.ends ?? 0) + 1 })),
    ),
  );
  expect((await states.read('board-of-ours')).ends).toBe(50);
});
