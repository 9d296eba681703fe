import { expect, it } from 'vitest';
import { firstScripts, MOST_SCRIPT, weightSentence, withinBudget } from './budget.mjs';

const BOARD = 'src/app/boardPage/BoardPage.tsx';

it('counts what the page and the board import, each once, and nothing that is fetched later', () => {
  const manifest = {
    'index.html': { file: 'a.js', imports: ['_shared'], dynamicImports: [BOARD, 'dialog'] },
    [BOARD]: { file: 'b.js', imports: ['_shared', 'session'], dynamicImports: ['dialog'] },
    session: { file: 's.js', imports: ['index.html'] },
    _shared: { file: 'c.js' },
    dialog: { file: 'd.js' },
  };
  expect(firstScripts(manifest).sort()).toEqual(['a.js', 'b.js', 'c.js', 's.js']);
});

it('refuses a build without the parts it watches over', () => {
  expect(() => firstScripts({ 'index.html': { file: 'a.js' } })).toThrow(/BoardPage/);
});

it('stops a test of a build that is too heavy, and says how heavy one is', () => {
  expect(weightSentence(192_440)).toBe('First scripts: 192.4 kB gzip, of 200.0 kB at most.');
  expect(() => withinBudget(MOST_SCRIPT)).not.toThrow();
  expect(() => withinBudget(MOST_SCRIPT + 60)).toThrow(/200.1 kB/);
});
