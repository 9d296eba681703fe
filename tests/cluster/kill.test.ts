import { expect, it, onTestFinished } from 'vitest';
import { TestClient } from '../relay/support/client.ts';
import { until } from '../relay/support/until.ts';
import { onMachines } from './support/machines.ts';
import { startNode } from './support/nodes.ts';
import { startNodeProcess } from './support/process.ts';

onMachines((machines) => {
  it('[CN10] a killed node: what others saw and what was acknowledged is there, its people come back elsewhere and its presence goes', async () => {
    const url = await machines().postgres.createDatabase();
    const { redis } = machines();
    const [first, second] = await Promise.all([
      startNodeProcess(url, redis.url),
      startNodeProcess(url, redis.url),
    ]);
    const watcher = await TestClient.join(second.url('board', 'watcher'));
    const anna = await TestClient.join(first.url('board', 'anna'));
    onTestFinished(() => watcher.socket.terminate());
    anna.present({ here: 1 });
    await until('she is seen', () => watcher.presence.has(anna.doc.clientID));
    for (let count = 0; watcher.stickers.size < 100; count++) {
      anna.edit((stickers) => stickers.set(`${count}`, count));
      await until('not too many are under way', () => count - watcher.stickers.size < 40);
    }
    await first.kill();
    await anna.closed();
    const seen = watcher.stickers.toJSON();
    const acknowledged = anna.acknowledged - 1;
    await until('her presence goes', () => watcher.presence.get(anna.doc.clientID)?.state === null);
    const third = await TestClient.join(second.url('board', 'third'));
    onTestFinished(() => third.socket.terminate());
    expect(third.stickers.toJSON()).toMatchObject(seen);
    for (let count = 0; count < acknowledged; count++) expect(third.stickers.get(`${count}`)).toBe(count);
    const again = await TestClient.join(second.url('board', 'anna'), { doc: anna.doc });
    onTestFinished(() => again.socket.terminate());
    await until('all that she made is there', () => watcher.stickers.size === anna.stickers.size);
  });

  it('[CN11] one node works the same, and another may join it at any time', async () => {
    const url = await machines().postgres.createDatabase();
    const redis = machines().redis.url;
    const first = await startNode({ url, redis });
    const anna = await first.join('board');
    anna.edit((stickers) => stickers.set('a', 1));
    anna.present({ here: 1 });
    await anna.allAcknowledged();
    const second = await startNode({ url, redis });
    const bram = await second.join('board');
    expect(bram.stickers.get('a')).toBe(1);
    await until('bram sees her', () => bram.presence.has(anna.doc.clientID));
    bram.edit((stickers) => stickers.set('b', 1));
    await until('anna has it', () => anna.stickers.get('b') === 1);
  });
});
