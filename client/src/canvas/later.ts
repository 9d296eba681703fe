import { fetching } from '../ui/index.ts';

/** What is fetched when it is first needed, or when the page has nothing else to do: menus, find, pasting. */
export const more = fetching(() => import('./more/index.ts'));
