import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BoardFile, boardFileSchema, filePictureSchema } from '@samenbord/shared/board';
import { LIMITS } from '@samenbord/shared/protocol';
import type { ServerLimits } from '../config.ts';
import type { NewPicture, PictureStore } from '../store/types.ts';
import { parseJson } from './body.ts';
import type { Budget } from './budget.ts';
import { HttpError } from './errors.ts';
import { readLines } from './lines.ts';
import { pictureType } from './pictureType.ts';
import { validate } from './validate.ts';

/**
 * A board with its pictures, in JSON lines: the board file first, then a line for each picture. So neither side ever has
 * more of it in memory than it must.
 */
export const WHOLE_FILE = 'application/x-ndjson';

type Limits = Pick<ServerLimits, 'body' | 'file' | 'picture' | 'pictures'>;

/** A board, a picture for each sticker, and as many to spare: millions of empty lines would cost a minute. */
const LINES = 2 * LIMITS.stickers;

/** Characters that base64 makes of so many bytes, and what a line has beside. */
const lineFor = (bytes: number): number => Math.ceil(bytes / 3) * 4 + 1_024;

export const isWholeFile = (request: IncomingMessage): boolean =>
  request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() === WHOLE_FILE;

/** The pictures that stickers of a file show, each once. */
export function picturesOf({ stickers = [] }: BoardFile): readonly string[] {
  return [...new Set(stickers.flatMap(({ picture }) => picture?.hash ?? []))];
}

/**
 * Reads and checks all of it before anything is made of it.
 * @throws {HttpError} that says which line does not fit
 */
export async function readWholeFile(
  request: IncomingMessage,
  limits: Limits,
  made: number,
): Promise<{ readonly file: BoardFile; readonly pictures: readonly NewPicture[] }> {
  let file: BoardFile | undefined;
  let wanted = new Set<string>();
  let bytes = 0;
  const pictures: NewPicture[] = [];
  const line = (index: number): number => (index === 0 ? limits.body : lineFor(limits.picture));
  await readLines(request, { body: limits.file, line, lines: LINES }, (text, index) => {
    const parsed = parseJson(text);
    if (!parsed.ok) throw new HttpError('malformed-json', `line ${index + 1} is not valid JSON in UTF-8`);
    const { value } = parsed;
    if (file === undefined) {
      file = validate(boardFileSchema, value);
      wanted = new Set(picturesOf(file));
      return;
    }
    const { hash, data } = validate(filePictureSchema, value);
    const content = Buffer.from(data, 'base64');
    const field = `line ${index + 1}`;
    const type = pictureType(content);
    if (type === undefined)
      throw new HttpError('not-a-picture', `${field} is no PNG, JPEG or WebP`, { field });
    if (createHash('sha256').update(content).digest('hex') !== hash)
      throw new HttpError('invalid', `${field} has another hash than its bytes`, { field });
    // What no sticker shows would be of no use, and twice is once.
    if (!wanted.delete(hash)) return;
    bytes += content.byteLength;
    if (bytes > limits.pictures)
      throw new HttpError(
        'pictures-full',
        `the pictures of a board come to at most ${limits.pictures} bytes`,
      );
    pictures.push({ type, content, made });
  });
  if (file === undefined) throw new HttpError('malformed-json', 'line 1 must be a board file');
  return { file, pictures };
}

/** Writes the board and then its pictures, one at a time and no faster than they are read. */
export async function sendWholeFile(
  response: ServerResponse,
  board: string,
  file: BoardFile,
  options: { readonly pictures: PictureStore; readonly memory: Budget; readonly most: number },
): Promise<void> {
  const { pictures, memory, most } = options;
  const release = memory.take(most);
  if (release === undefined)
    throw new HttpError('unavailable', 'too many pictures are on their way now; try again in a moment', {
      headers: { 'retry-after': '2' },
    });
  try {
    response.writeHead(200, { 'content-type': WHOLE_FILE });
    await write(response, `${JSON.stringify(file)}\n`);
    for (const hash of picturesOf(file)) {
      if (response.destroyed) return;
      const found = await pictures.get(board, hash);
      if (found === undefined) continue;
      const data = Buffer.from(found.content).toString('base64');
      await write(response, `${JSON.stringify({ hash, type: found.type, data })}\n`);
    }
    response.end();
  } catch (error) {
    // Half a file must not look like a whole one.
    response.destroy();
    throw error;
  } finally {
    release();
  }
}

function write(response: ServerResponse, text: string): Promise<void> {
  if (response.destroyed || response.write(text)) return Promise.resolve();
  return new Promise((done) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      done();
    };
    response.on('drain', go).on('close', go);
  });
}
