/** Loaded into every server whose memory is measured: collects garbage and says what is left, when asked. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

process.on('message', (message) => {
  if (message !== 'memory') return;
  gc();
  gc();
  process.send?.(process.memoryUsage());
});
// The channel must not keep alive a server that wants to end.
process.channel?.unref();
