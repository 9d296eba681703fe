import type { ServerResponse } from 'node:http';
import type { PictureResponse } from '@samenbord/shared/protocol';
import type { Logger } from 'pino';
import type { Access } from '../access/index.ts';
import type { ServerLimits } from '../config.ts';
import type { Picture, PictureStore } from '../store/types.ts';
import { readBytes } from './body.ts';
import type { Budget } from './budget.ts';
import { HttpError } from './errors.ts';
import { type Guard, refused } from './guard.ts';
import { pictureType } from './pictureType.ts';
import { sendJson } from './respond.ts';
import type { Exchange, Route } from './router.ts';

export interface PictureOptions {
  readonly guard: Guard;
  readonly access: Access;
  readonly pictures: PictureStore;
  readonly limits: Pick<ServerLimits, 'picture' | 'pictures'>;
  /** What pictures may take of memory at once. */
  readonly memory: Budget;
  /** Takes away what nothing shows on a board any more. */
  readonly makeRoom: (board: string) => Promise<number>;
  readonly log: Logger;
  /** ms since the epoch, now */
  readonly now: () => number;
}

const HASH = /^[0-9a-f]{64}$/;

/** Nothing in a picture runs or loads anything, also where somebody opens its address by itself. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Pictures of a board: bringing one, and getting it by what is in it. */
export function pictureRoutes(options: PictureOptions): Route[] {
  const { memory } = options;
  return [
    {
      method: 'POST',
      pattern: '/api/boards/:board/pictures',
      action: 'add-picture',
      handle: (it) => bring(it, options, memory),
    },
    {
      method: 'GET',
      pattern: '/api/boards/:board/pictures/:hash',
      action: 'see-picture',
      handle: (it) => give(it, options, memory),
    },
  ];
}

async function bring(exchange: Exchange, options: PictureOptions, memory: Budget): Promise<void> {
  const { guard, access, pictures, limits, log, now } = options;
  const { request, response } = exchange;
  guard.rate(request, 'picture');
  const { session, linkEnds } = await guard.allowed(exchange, 'add-picture');
  guard.rateOf(session.link, 'picture');
  if (!request.headers['content-type']?.toLowerCase().startsWith('image/')) throw notAPicture();
  const release = take(
    memory,
    Math.min(limits.picture, Number(request.headers['content-length'] ?? limits.picture)),
  );
  try {
    const content = await readBytes(request, limits.picture);
    const type = pictureType(content);
    if (type === undefined) throw notAPicture();
    // Reading it took time, in which the link may have been withdrawn.
    if (!access.stillAdmitted(session, linkEnds)) throw refused('withdrawn');
    const put = () => pictures.put(session.board, { type, content, made: now() }, limits.pictures);
    let { hash, outcome } = await put();
    if (outcome === 'full' && (await options.makeRoom(session.board)) > 0) ({ hash, outcome } = await put());
    if (outcome === 'no-board') throw refused('no-board');
    if (outcome === 'full')
      throw new HttpError(
        'pictures-full',
        `the pictures of a board come to at most ${limits.pictures} bytes; remove some first`,
      );
    if (outcome === 'kept')
      log.info({ board: session.board, type, bytes: content.byteLength }, 'picture kept');
    const answer: PictureResponse = { hash, type, bytes: content.byteLength };
    sendJson(response, 201, answer);
  } finally {
    release();
  }
}

async function give(exchange: Exchange, options: PictureOptions, memory: Budget): Promise<void> {
  const { guard, pictures, limits } = options;
  const { request, response, param } = exchange;
  const { session } = await guard.allowed(exchange, 'see-picture');
  const hash = param('hash');
  const known = HASH.test(hash) && (await pictures.has(session.board, hash));
  if (!known) throw noPicture();
  setPictureHeaders(response, hash);
  if (request.headers['if-none-match']?.includes(hash)) {
    response.writeHead(304).end();
    return;
  }
  giveBackAfter(exchange, take(memory, limits.picture));
  const picture = await pictures.get(session.board, hash);
  if (picture === undefined) throw noPicture();
  sendPicture(response, picture);
}

function setPictureHeaders(response: ServerResponse, hash: string): void {
  response.setHeader('etag', `"${hash}"`);
  response.setHeader('cache-control', 'private, max-age=31536000, immutable');
  response.setHeader('content-security-policy', POLICY);
}

function sendPicture(response: ServerResponse, { type, bytes, content }: Picture): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes });
  response.end(content);
}

/** What was taken is given back when the reader has it all or is gone, as they may be already: until then it is in memory. */
function giveBackAfter({ request, response }: Exchange, release: () => void): void {
  const { socket } = request;
  const done = (): void => {
    socket.off('close', done);
    release();
  };
  if (socket.destroyed) {
    done();
    return;
  }
  response.once('close', done);
  // An answer that waits behind another one of the same connection is not told that the connection went.
  socket.once('close', done);
}

function take(memory: Budget, bytes: number): () => void {
  const release = memory.take(bytes);
  if (release !== undefined) return release;
  throw new HttpError('unavailable', 'too many pictures are on their way now; try again in a moment', {
    headers: { 'retry-after': '2' },
  });
}

const notAPicture = (): HttpError =>
  new HttpError('not-a-picture', 'send the bytes of a PNG, JPEG or WebP picture, with its content-type');

const noPicture = (): HttpError => new HttpError('not-found', 'this board has no such picture');
