import { expect, it, vi } from 'vitest';
import { bearer, join, makeBoard } from '../api/client.ts';
import { openPeer, until } from '../api/peer.ts';
import { startServer } from '../api/server.ts';
import { onMachines } from '../cluster/support/machines.ts';
import { bringPicture, edit, marks } from './support/boards.ts';
import { PATIENCE, run } from './support/run.ts';

vi.setConfig({ testTimeout: PATIENCE });

onMachines((machines) => {
  it('[UP7] a database is checked and repaired like a directory, also while it is served', async () => {
    const DATABASE_URL = await machines().postgres.createDatabase();
    const server = await startServer({ DATABASE_URL, RELAY_LINGER: '1' });
    const [made, other] = [await makeBoard(server.url), await makeBoard(server.url)];
    for (const board of [made, other]) await edit(server.url, board, 3);
    const hash = await bringPicture(made);
    expect(await run(['check'], { DATABASE_URL })).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /DATABASE_URL: 2 boards, 4 documents, .* 1 pictures, \d+ notes\.\nNothing is damaged\./,
      ),
    });
    const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
    await until(async () => (await metrics()).includes('relay_rooms 0'));
    const sql = (text: string) => machines().postgres.run(text, DATABASE_URL);
    await sql(`
      INSERT INTO samenbord.updates VALUES ('${made.board}', 900000, 5, '\\x0102');
      INSERT INTO samenbord.notes (board, kind, id, value, version, changed) VALUES ('${made.board}', 'torn', 'one', '{', 1, 1);
      UPDATE samenbord.pictures SET bytes = '\\x01';
      DELETE FROM samenbord.updates WHERE document = '${other.board}';
      DELETE FROM samenbord.snapshots WHERE document = '${other.board}';
      SELECT setval('samenbord.positions', 900000);`);
    const repaired = await run(['check', '--repair'], { DATABASE_URL });
    expect(repaired.code).toBe(1);
    for (const text of [
      `document ${made.board}: update 900000: its bytes changed where they are kept`,
      `picture ${hash} of board ${made.board}`,
      `a note torn of board ${made.board}: its value is no JSON`,
      `refused  document ${other.board}: nothing is there of it`,
    ])
      expect(repaired.out).toContain(text);
    expect(await sql('SELECT kind, position, board FROM samenbord.set_aside ORDER BY kind')).toMatchObject([
      { kind: 'note', board: made.board },
      { kind: 'picture', board: made.board },
      { kind: 'update', position: '900000', board: made.board },
    ]);
    const again = await startServer({ DATABASE_URL });
    const peer = openPeer(again.url, made.board, await join(made, made.facilitator));
    await peer.synced;
    expect(marks(peer.doc).size).toBe(3);
    expect(await openPeer(again.url, other.board, await join(other, other.facilitator)).closed).toBe(1013);
    const headers = bearer(await join(made, made.facilitator));
    expect((await fetch(`${made.api}/pictures/${hash}`, { headers })).status).toBe(404);
    const backup = await run(['backup', '/nowhere'], { DATABASE_URL });
    expect([backup.code, backup.err]).toEqual([2, expect.stringContaining('pg_dump')]);
  });

  it('[UP7] positions that a restore has set back are noticed, with what to do', async () => {
    const DATABASE_URL = await machines().postgres.createDatabase();
    const server = await startServer({ DATABASE_URL });
    await makeBoard(server.url);
    await server.stop();
    await machines().postgres.run("SELECT setval('samenbord.positions', 1)", DATABASE_URL);
    const { code, out } = await run(['check'], { DATABASE_URL });
    expect([code, out]).toEqual([1, expect.stringMatching(/SELECT setval\('samenbord\.positions', \d+\)/)]);
    expect(out).not.toContain(DATABASE_URL);
    const empty = await run(['check'], { DATABASE_URL: await machines().postgres.createDatabase() });
    expect([empty.code, empty.err]).toEqual([
      2,
      expect.stringContaining('there are no boards in this database'),
    ]);
  });
});
