import { expect, it } from 'vitest';
import { relayTables } from './tables.ts';

it('leaves out what was not measured and marks what does not apply', () => {
  const text = relayTables({
    ours: { title: 'ours', join: { serverCpu: 270, elapsed: 900, ticketCpu: 0, boardBytes: 1 } },
    frames: { title: 'frames' },
    other: { title: 'other', crash: { seen: 480, lost: 480 } },
  });
  expect(text.split('\n')).toEqual([
    '| Joining, and being killed | 200 people join 2,000 stickers: server CPU | until the last has the board | seen and gone after SIGKILL |',
    '| --- | ---: | ---: | ---: |',
    '| ours | 270 ms | 900 ms | – |',
    '| other | – | – | 480 of 480 |',
  ]);
});
