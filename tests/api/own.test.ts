import { expect, test } from 'vitest';
import { gather, textsOf, write } from './meeting.ts';
import { until } from './peer.ts';
import { startServer } from './server.ts';

test('a partner’s program cannot lock a board by calling it newer, nor a facilitator’s show what the server did not do', async () => {
  const { url } = await startServer();
  const { facilitator, gemeente, observer } = await gather(url);
  const [forger, olga] = [await gemeente.open(), await observer.open()];
  const form = olga.doc.getMap('meta').get('schema');
  forger.doc.getMap('meta').set('schema', 99);
  await until(() => forger.doc.getMap('meta').get('schema') === form);
  write(forger, 'after', 'Daarna');
  await until(() => textsOf(olga).after === 'Daarna');
  expect(olga.doc.getMap('meta').toJSON()).toEqual({ schema: form });

  const [table, seen] = [await facilitator.open('/table'), await observer.open('/table')];
  table.doc.getMap('acts').set('frozen', true);
  await until(() => table.doc.getMap('acts').get('frozen') !== true);
  await facilitator.act('freeze', { frozen: true });
  await until(() => seen.doc.getMap('acts').get('frozen') === true);
  table.doc.getMap('acts').set('frozen', false);
  await table.saved();
  await until(() => table.doc.getMap('acts').get('frozen') === true);
  expect(seen.doc.getMap('acts').get('frozen')).toBe(true);
  const figures = await (await fetch(`${url}/metrics`)).text();
  expect(figures).toContain('relay_refusals_total{reason="own"} 3');
});
