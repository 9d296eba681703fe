import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/votes.ts';

addTexts('votes', texts);

export { toggleVotes } from './toggling.ts';
