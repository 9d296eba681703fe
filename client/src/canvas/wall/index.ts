import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/wall.ts';
// For the words one writes with: what is near has been fetched by then, and one file is there sooner than two.
import '../near.ts';

addTexts('wall', texts);

/** What is fetched when somebody first works together at a screen. */
export { Arrival } from './Arrival.tsx';
export { WallPart } from './WallPart.tsx';
