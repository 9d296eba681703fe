import { texts as app } from './app.ts';
import { texts as canvas } from './canvas.ts';
import { texts as session } from './session.ts';
import { texts as ui } from './ui.ts';

/** The Dutch texts of the first load, by room. Dutch is the source: its keys are the keys. */
export const nl = { app, canvas, session, ui } as const;
