import { CLOSE, type RoundResponse } from '@samenbord/shared/protocol';
import { expect, it, onTestFinished } from 'vitest';
import { type Attendee, attendWith, gather, textsOf, write } from '../api/meeting.ts';
import { startServer } from '../api/server.ts';
import { onMachines } from './support/machines.ts';
import { startRedis } from './support/redisServer.ts';

const on = (url: string, { made, session }: Attendee): Attendee => attendWith(url, made, session);

/** Two nodes of which neither hears what the other says on the bus, and which look in the database once a minute. */
onMachines((machines) => {
  async function start() {
    const database = await machines().postgres.createDatabase();
    const redis = await startRedis();
    onTestFinished(() => redis.dispose());
    const env = { DATABASE_URL: database, CLUSTER_CHECK: '60000', CLUSTER_CHECK_ALONE: '60000' };
    const [one, two] = await Promise.all([
      startServer({ ...env, REDIS_URL: machines().redis.url }),
      startServer({ ...env, REDIS_URL: redis.url }),
    ]);
    const rows = async (): Promise<number> => {
      const found = await machines().postgres.run(
        `SELECT count(*) AS n FROM (
           SELECT document FROM samenbord.updates UNION ALL SELECT document FROM samenbord.snapshots
         ) AS d WHERE document LIKE '%/private/%' OR document LIKE '%/silent/%'`,
        database,
      );
      return Number(found[0]?.n);
    };
    return { one, two, rows, ...(await gather(one.url)) };
  }

  it('[AN2] a node that did not hear of an erasure writes nothing more to that homework, and sends its people away', async () => {
    const { two, gemeente, rows } = await start();
    const colleague = on(two.url, gemeente);
    const there = await colleague.open('/private/gemeente');
    write(there, 'old', 'kanarie');
    await there.saved();
    await gemeente.act('homework/erase');
    expect(await rows()).toBe(0);
    write(there, 'more', 'kanarie twee');
    expect(await there.closed).toBe(CLOSE.over);
    expect(await rows()).toBe(0);
    expect(textsOf(await colleague.open('/private/gemeente'))).toEqual({});
    expect(textsOf(await gemeente.open('/private/gemeente'))).toEqual({});
  });

  it('[AN2] a node that did not hear that a silent round ended takes nothing more for it', async () => {
    const { one, two, facilitator, netbeheer, rows } = await start();
    const { body } = await facilitator.act<RoundResponse>('rounds', {
      sheet: 'brengen-halen',
      region: 'core.essence',
    });
    const nel = on(two.url, netbeheer);
    const there = await nel.open(`/silent/${body.round}/${nel.session.person.id}`);
    write(there, 'in', 'op tijd');
    await there.saved();
    await facilitator.act(`rounds/${body.round}/reveal`);
    write(there, 'late', 'te laat');
    expect(await there.closed).toBe(CLOSE.over);
    expect(await rows()).toBe(0);
    expect(textsOf(await on(one.url, netbeheer).open())).toEqual({ in: 'op tijd' });
  });
});
