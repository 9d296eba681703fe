import type { Catalogue } from '../rooms.ts';
import { texts as app } from './app.ts';
import { texts as canvas } from './canvas.ts';
import { texts as colors } from './colors.ts';
import { texts as exporting } from './export.ts';
import { texts as facilitate } from './facilitate.ts';
import { texts as homework } from './homework.ts';
import { texts as links } from './links.ts';
import { texts as meeting } from './meeting.ts';
import { texts as near } from './near.ts';
import { texts as pictorial } from './pictorial.ts';
import { texts as presenting } from './presenting.ts';
import { texts as session } from './session.ts';
import { texts as silent } from './silent.ts';
import { texts as tools } from './tools.ts';
import { texts as trouble } from './trouble.ts';
import { texts as ui } from './ui.ts';
import { texts as votes } from './votes.ts';
import { texts as wall } from './wall.ts';
import { texts as welcome } from './welcome.ts';

/** Every English text by room. */
export const en: Catalogue = {
  app,
  canvas,
  colors,
  export: exporting,
  facilitate,
  homework,
  links,
  meeting,
  near,
  pictorial,
  presenting,
  session,
  silent,
  tools,
  trouble,
  ui,
  votes,
  wall,
  welcome,
};
