import { texts as colors } from './colors.ts';
import { texts as exporting } from './export.ts';
import { texts as facilitate } from './facilitate.ts';
import { texts as homework } from './homework.ts';
import { texts as links } from './links.ts';
import { texts as meeting } from './meeting.ts';
import { texts as near } from './near.ts';
import { texts as pictorial } from './pictorial.ts';
import { texts as presenting } from './presenting.ts';
import { texts as silent } from './silent.ts';
import { texts as tools } from './tools.ts';
import { texts as trouble } from './trouble.ts';
import { texts as votes } from './votes.ts';
import { texts as wall } from './wall.ts';
import { texts as welcome } from './welcome.ts';

/** Texts that come with their room's code and are no part of the first load: only their types are used elsewhere. */
export const later = {
  colors,
  export: exporting,
  facilitate,
  homework,
  links,
  meeting,
  near,
  pictorial,
  presenting,
  silent,
  tools,
  trouble,
  votes,
  wall,
  welcome,
} as const;
