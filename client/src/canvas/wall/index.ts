import '../nearTexts.ts';
import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/wall.ts';

addTexts('wall', texts);

/** What is fetched when somebody first works together at a screen. */
export { Arrival } from './Arrival.tsx';
export { WallPart } from './WallPart.tsx';
