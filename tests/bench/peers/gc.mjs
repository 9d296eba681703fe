/** Loaded into every server whose memory is measured: says it when asked, and collects garbage when told to. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

process.on('message', (message) => {
  if (message === 'collect') {
    gc();
    gc();
  }
  process.send?.(process.memoryUsage());
});
// The channel must not keep alive a server that wants to end.
process.channel?.unref();
