import { addTexts } from '../i18n/index.ts';
import { texts } from '../i18n/nl/near.ts';

addTexts('near', texts);

/** What lies near a sticker or a label once somebody points at one: fetched then, or when the page has time. */
export { QuestionsPanel } from './QuestionsPanel.tsx';
export { StickerEditor } from './sticker/StickerEditor.tsx';
export { StickerReader } from './sticker/StickerReader.tsx';
export { StickerToolbar } from './sticker/StickerToolbar.tsx';
// With it: a dot is given where the connection is gone, too.
export { toggleVotes } from './votes/index.ts';
