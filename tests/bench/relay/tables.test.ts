import { expect, it } from 'vitest';
import type { JoiningResult } from './joining.ts';
import { relayTables } from './tables.ts';

const JOIN: JoiningResult = {
  serverCpu: 270,
  elapsed: 1_300,
  untilLast: 900,
  ticketCpu: 0,
  boardBytes: 1,
  generatorLoad: 0.5,
  othersLoad: 0,
};

it('leaves out what was not measured and marks what does not apply', () => {
  const text = relayTables({
    ours: { title: 'ours', join: JOIN },
    frames: { title: 'frames' },
    other: { title: 'other', crash: { seen: 480, lost: 480 } },
  });
  expect(text.split('\n')).toEqual([
    '| Joining, and being killed | 200 people join 2,000 stickers: server CPU | until the last has the board | seen and gone after SIGKILL |',
    '| --- | ---: | ---: | ---: |',
    '| ours | 270 ms | 900 ms | – |',
    '| other | – | – | 480 of 480 |',
    '',
    '| What ours is to reach | found | reached |',
    '| --- | ---: | ---: |',
    '| 200 people join 2,000 stickers: at most 300 ms of CPU | 270 ms | yes |',
  ]);
});

it('marks figures in which other processes took part, and says so', () => {
  const text = relayTables({ ours: { title: 'ours', join: { ...JOIN, othersLoad: 1.2 } } });
  expect(text).toContain('| ours | 270 ms (!) | 900 ms (!) |');
  expect(text).toMatch(/\n\n\(!\) Other processes/);
});
