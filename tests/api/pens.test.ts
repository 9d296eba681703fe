import { writeConduct } from '@samenbord/shared/board';
import type { NewStickerRequest, PenBoardResponse, PenResponse } from '@samenbord/shared/protocol';
import { expect, test } from 'vitest';
import { apiError, bearer, get, join, type Made, makeBoard, post, secretOf } from './client.ts';
import { attend, gather, textsOf } from './meeting.ts';
import { until } from './peer.ts';
import { startServer } from './server.ts';

const STICKER: NewStickerRequest = {
  id: 'sticker-of-a-phone-1',
  sheet: 'brengen-halen',
  region: 'bring@gemeente-veenwaarde',
  partner: 'gemeente-veenwaarde',
  text: 'Een zaal op dinsdag',
  writer: { name: 'Anna', browser: 'browser-of-anna-1' },
};

async function passOf(made: Made, secret = made.facilitator): Promise<string> {
  const { status, body } = await post<PenResponse>(`${made.api}/pens`, {}, bearer(await join(made, secret)));
  expect(status).toBe(201);
  expect(new URL(body.url).pathname).toBe(`/pen/${made.board}`);
  return secretOf(body.url);
}

const by = (pass: string) => ({ authorization: `Bearer ${pass}` });
const add = (made: Made, pass: string, change: Partial<NewStickerRequest> = {}) =>
  post(`${made.api}/stickers`, { ...STICKER, ...change }, by(pass));

test('a pass sees where stickers may go and puts one there, with its writer’s name, once however often it is sent', async () => {
  const { url } = await startServer();
  const { made, observer } = await gather(url);
  const olga = await observer.open();
  const pass = await passOf(made);
  const seen = await get<PenBoardResponse>(`${made.api}/pen`, by(pass));
  expect(seen.body).toMatchObject({ title: expect.any(String), language: 'nl' });
  const region = seen.body.sheets[0]?.fields.find(({ partner }) => partner !== null)?.region ?? '';
  const partner = seen.body.partners[0]?.id ?? '';
  const sent = { region, partner };
  const answers = await Promise.all([1, 2, 3].map(() => add(made, pass, sent)));
  for (const { status, body } of answers) expect([status, body]).toEqual([201, { done: true }]);
  await until(() => Object.hasOwn(textsOf(olga), STICKER.id));
  const { body } = await observer.get<{ stickers: object[] }>('export.json');
  expect(body.stickers).toHaveLength(1);
  expect(body.stickers[0]).toMatchObject({
    text: STICKER.text,
    partner,
    author: { id: expect.stringMatching(/^pen-/), name: 'Anna' },
    tags: ['pen'],
  });
});

test('a second sticker lies beside the first; an id of somebody else’s is refused', async () => {
  const { url } = await startServer();
  const made = await makeBoard(url);
  const pass = await passOf(made, made.partners[0]?.secret);
  const { body } = await get<PenBoardResponse>(`${made.api}/pen`, by(pass));
  const place = { region: body.sheets[0]?.fields[0]?.region ?? '', partner: null };
  await add(made, pass, place);
  await add(made, pass, { ...place, id: 'sticker-of-a-phone-2' });
  const other = { name: 'Bram', browser: 'browser-of-bram-1' };
  expect(await add(made, pass, { ...place, writer: other })).toMatchObject({
    status: 409,
    body: apiError('conflict'),
  });
  const file = await get<{ stickers: { x: number; y: number }[] }>(
    `${made.api}/export.json`,
    bearer(await join(made, made.observer)),
  );
  const [one, two] = file.body.stickers;
  expect(file.body.stickers).toHaveLength(2);
  expect([one?.x, one?.y]).not.toEqual([two?.x, two?.y]);
});

test('a pass opens nothing else: no session, no export, no document, no further pass, and no other board', async () => {
  const { url } = await startServer();
  const [made, other] = [await makeBoard(url), await makeBoard(url)];
  const pass = await passOf(made);
  for (const path of ['session', 'export.json', 'links', 'mine.json'])
    expect((await get(`${made.api}/${path}`, by(pass))).status, path).toBe(401);
  expect((await post(`${made.api}/pens`, {}, by(pass))).status).toBe(401);
  expect((await add(other, pass)).status).toBe(401);
  const forged = pass.slice(0, -3);
  expect((await add(made, forged)).status).toBe(401);
  expect((await add(made, pass.replace('p1.', 'p2.'))).status).toBe(401);
});

test('what does not fit is refused: field, partner, text, name, and a pass of who only reads', async () => {
  const { url } = await startServer();
  const made = await makeBoard(url);
  const pass = await passOf(made);
  for (const [change, field] of [
    [{ region: 'bring@nobody' }, 'region'],
    [{ partner: 'nobody' }, 'partner'],
    [{ text: '   ' }, 'text'],
    [{ text: 'a'.repeat(2_001) }, 'text'],
    [{ writer: { name: ' ', browser: 'browser-of-anna-1' } }, 'writer.name'],
    [{ writer: undefined }, 'writer'],
  ] as const)
    expect(await add(made, pass, change), field).toMatchObject({
      status: 400,
      body: apiError('invalid', field),
    });
  const observer = bearer(await join(made, made.observer));
  expect((await post(`${made.api}/pens`, {}, observer)).status).toBe(403);
});

test('a pass ends with the link of who made it, and is frozen with the partners', async () => {
  const { url } = await startServer();
  const { facilitator, made } = await gather(url);
  const pass = await passOf(made);
  const partner = await attend(url, made, made.partners[0]?.secret ?? '');
  const ofPartner = await passOf(made, made.partners[0]?.secret);
  await facilitator.act('freeze', { frozen: true });
  expect(await add(made, pass)).toMatchObject({ status: 409, body: apiError('conflict') });
  await facilitator.act('freeze', { frozen: false });
  expect((await get(`${made.api}/pen`, by(ofPartner))).status).toBe(200);
  const { body } = await partner.get<{ link: string }>('session');
  await facilitator.act(`links/${body.link}/withdraw`, {});
  expect(await add(made, ofPartner)).toMatchObject({ status: 403, body: apiError('withdrawn-link') });
  expect((await get(`${made.api}/pen`, by(pass))).status).toBe(200);
});

test('whoever is on the board may add by ticket, as themselves; too many are slowed down', async () => {
  const { url } = await startServer({ RATE_PEN: '3' });
  const made = await makeBoard(url);
  const anna = bearer(await join(made, made.partners[0]?.secret ?? '', 'Anna'));
  const { body } = await get<PenBoardResponse>(`${made.api}/pen`, anna);
  const { writer: _writer, ...sticker } = STICKER;
  const region = body.sheets[0]?.fields[0]?.region;
  const mine = { ...sticker, region, partner: null };
  expect((await post(`${made.api}/stickers`, mine, anna)).status).toBe(201);
  const again = await post(`${made.api}/stickers`, mine, anna);
  expect(again.status).toBe(201);
  const tooMany = await post(`${made.api}/stickers`, mine, anna);
  expect(tooMany).toMatchObject({ status: 429, body: apiError('too-many') });
  expect(Number(tooMany.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('who makes passes without end is slowed down, and no pass that was made ends by it', async () => {
  const { url } = await startServer({ RATE_PEN_MAKE: '3', RATE_PEN: '100' });
  const made = await makeBoard(url);
  const pass = await passOf(made, made.partners[0]?.secret);
  const anna = bearer(await join(made, made.partners[0]?.secret ?? '', 'Anna'));
  const make = () => post(`${made.api}/pens`, {}, anna);
  expect((await make()).status).toBe(201);
  expect((await make()).status).toBe(201);
  const tooMany = await make();
  expect(tooMany).toMatchObject({ status: 429, body: apiError('too-many') });
  expect(Number(tooMany.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await get(`${made.api}/pen`, by(pass))).status).toBe(200);
});

test('nothing is put on a sheet that is closed, and what may be chosen does not name it', async () => {
  const { url } = await startServer();
  const { facilitator, made } = await gather(url);
  const pass = await passOf(made);
  const { body } = await get<PenBoardResponse>(`${made.api}/pen`, by(pass));
  const chosen = body.sheets.map(({ sheet, fields }) => ({
    sheet,
    region: fields[0]?.region ?? '',
    partner: null,
  }));
  const [stays, closes] = chosen;
  if (stays === undefined || closes === undefined) throw new Error('a board has two sheets');
  const table = await facilitator.open('/table');
  writeConduct(table.doc, { sheets: [stays.sheet] });
  await table.saved();
  const after = await get<PenBoardResponse>(`${made.api}/pen`, by(pass));
  expect(after.body.sheets.map(({ sheet }) => sheet)).toEqual([stays.sheet]);
  expect(await add(made, pass, closes)).toMatchObject({ status: 400, body: apiError('invalid', 'sheet') });
  expect((await add(made, pass, stays)).status).toBe(201);
  writeConduct(table.doc, { sheets: [stays.sheet, closes.sheet] });
  await table.saved();
  expect((await add(made, pass, { ...closes, id: 'sticker-of-a-phone-2' })).status).toBe(201);
});
