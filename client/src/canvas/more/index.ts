import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/tools.ts';

addTexts('tools', texts);

/** What is fetched when it is first used; one part, so that all of it is there once any of it is. */
export { offerRoom } from '../full/offering.ts';
export { bringBack, park } from '../parking/parking.ts';
export { ContextMenu } from './ContextMenu.tsx';
export { FindPanel } from './FindPanel.tsx';
export { GroupDialog } from './GroupDialog.tsx';
export { LineMirror } from './LineMirror.tsx';
export { LinkHint } from './LinkHint.tsx';
export { LinkToolbar } from './LinkToolbar.tsx';
export { MoveDialog } from './MoveDialog.tsx';
export { PasteDialog } from './PasteDialog.tsx';
export { paste } from './pasting.ts';
export { SheetMap } from './SheetMap.tsx';
export { ShortcutsDialog } from './ShortcutsDialog.tsx';
