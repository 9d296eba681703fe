import { fetching } from '../ui/index.ts';
import { isAtHand, type Trouble, type TroubleWords, troubleWords } from './trouble.ts';

/** Fetched once a board is seen, or when they are needed before that. */
export const troubleTexts = fetching(() => import('./troubleTexts.ts'));

/** The words of a trouble, fetched if need be; where they cannot be had, those of a lost connection. */
export async function fetchTroubleWords(trouble: Trouble): Promise<TroubleWords> {
  if (isAtHand(trouble)) return troubleWords(trouble);
  try {
    await troubleTexts.get();
    return troubleWords(trouble);
  } catch {
    return troubleWords('network');
  }
}
