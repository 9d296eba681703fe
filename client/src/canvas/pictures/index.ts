import { addTexts } from '../../i18n/index.ts';
import { texts } from '../../i18n/nl/pictorial.ts';

addTexts('pictorial', texts);

/** Bringing pictures to a board and looking at them: fetched when somebody first does. */
export { bringFiles } from './bring.ts';
export { carryPictures } from './carry.ts';
export { choosePictures } from './choose.ts';
export { PictureDialog } from './PictureDialog.tsx';
export { PictureTray } from './PictureTray.tsx';
