import { recentBoards } from '../session/recent.ts';

/** The boards this browser opened before; one list for the whole page. */
export const recent = recentBoards();
