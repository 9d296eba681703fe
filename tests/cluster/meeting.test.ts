import { CLOSE, type RevealResponse, type RoundResponse } from '@samenbord/shared/protocol';
import { expect, it } from 'vitest';
import { type Attendee, attendWith, gather, meetingOf, textsOf, write } from '../api/meeting.ts';
import { openPeer } from '../api/peer.ts';
import { startServer } from '../api/server.ts';
import { until } from '../relay/support/until.ts';
import { onMachines } from './support/machines.ts';

/** The same person on another server. */
const on = (url: string, { made, session }: Attendee): Attendee => attendWith(url, made, session);

onMachines((machines) => {
  for (const [how, withRedis] of [
    ['by the bus', true],
    ['by the database alone', false],
  ] as const) {
    const start = async () => {
      const database = await machines().postgres.createDatabase();
      const env = {
        DATABASE_URL: database,
        // What is under test carries it, and the other way is slow.
        CLUSTER_CHECK: '60000',
        CLUSTER_CHECK_ALONE: withRedis ? '60000' : '50',
        CLUSTER_HEARTBEAT: '50',
        ...(withRedis && { REDIS_URL: machines().redis.url }),
      };
      const [one, two] = await Promise.all([startServer(env), startServer(env)]);
      if (withRedis)
        await until('they hear each other', () =>
          [one, two].every((server) => server.log().includes('another node is there')),
        );
      return { database, one, two, ...(await gather(one.url)) };
    };

    it(`[CN19] a board that is frozen on one node is frozen on all, and so unfrozen, ${how}`, async () => {
      const { one, two, facilitator, gemeente } = await start();
      const here = await gemeente.open();
      const there = await on(two.url, gemeente).open();
      const table = await on(two.url, facilitator).open('/table');
      await facilitator.act('freeze', { frozen: true });
      await until('told on both', () =>
        [here, there].every(({ notices }) => notices.at(-1)?.code === 'frozen'),
      );
      write(there, 'there', 'geschreven');
      await there.saved();
      const fred = await on(one.url, facilitator).open();
      expect(textsOf(fred)).toEqual({});
      await until('shown', () => meetingOf(table).frozen);
      await on(two.url, facilitator).act('freeze', { frozen: false });
      await until('it came', () => textsOf(fred).there === 'geschreven');
      await until('told on both', () =>
        [here, there].every(({ notices }) => notices.at(-1)?.code === 'unfrozen'),
      );
    });

    it(`[CN20] a silent round that ends on one node is over on all, with all that was taken, ${how}`, async () => {
      const { one, two, facilitator, gemeente, netbeheer } = await start();
      const { body } = await facilitator.act<RoundResponse>('rounds', {
        sheet: 'brengen-halen',
        region: 'core.essence',
      });
      const path = ({ session }: Attendee) => `/silent/${body.round}/${session.person.id}`;
      const nel = on(two.url, netbeheer);
      const [here, there] = await Promise.all([gemeente.open(path(gemeente)), nel.open(path(nel))]);
      write(here, 'here', 'kanarie hier');
      write(there, 'there', 'kanarie daar');
      await Promise.all([here.saved(), there.saved()]);
      await nel.act(`rounds/${body.round}/ready`, { ready: true });
      const { body: shown } = await on(two.url, facilitator).act<RevealResponse>(
        `rounds/${body.round}/reveal`,
      );
      expect(shown.stickers).toBe(2);
      expect(await here.closed).toBe(CLOSE.over);
      expect(await there.closed).toBe(CLOSE.over);
      expect(textsOf(await on(one.url, netbeheer).open())).toEqual({
        here: 'kanarie hier',
        there: 'kanarie daar',
      });
      expect(await openPeer(one.url, `${facilitator.made.board}${path(nel)}`, nel.session).closed).toBe(
        CLOSE.over,
      );
    });

    it(`[CN20] homework that is erased on one node is on no other, ${how}`, async () => {
      const { two, gemeente } = await start();
      const colleague = on(two.url, gemeente);
      const there = await colleague.open('/private/gemeente');
      write(there, 'a', 'kanarie');
      await there.saved();
      await gemeente.act('homework/erase');
      expect(await there.closed).toBe(CLOSE.over);
      expect(textsOf(await colleague.open('/private/gemeente'))).toEqual({});
    });

    it(`[CN20] a board that is erased on one node is there on no other, and stays so, ${how}`, async () => {
      const { database, one, two, facilitator, gemeente } = await start();
      const there = await on(two.url, gemeente).open();
      write(there, 'a', 'kanarie');
      await there.saved();
      await facilitator.act('erase', { title: 'Rietwijk' });
      expect(await there.closed).toBe(CLOSE.noBoard);
      for (const { url } of [one, two]) {
        expect((await on(url, gemeente).get('session')).status).toBe(404);
        expect(await openPeer(url, gemeente.made.board, gemeente.session).closed).toBe(CLOSE.noBoard);
      }
      await Promise.all([one.stop(), two.stop()]);
      const rows = await machines().postgres.run(
        'SELECT (SELECT count(*) FROM samenbord.updates) + (SELECT count(*) FROM samenbord.snapshots) AS n',
        database,
      );
      expect(Number(rows[0]?.n)).toBe(0);
    });
  }
});
