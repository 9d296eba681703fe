import { afterAll } from 'vitest';
import { setLanguage } from '../index.ts';

/** Test files share the catalogue: one that spoke English leaves Dutch, the default, to the next. */
afterAll(() => setLanguage('nl'));
