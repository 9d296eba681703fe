import { MESSAGE } from '@samenbord/shared/protocol';
import * as encoding from 'lib0/encoding';
import { writeSyncStep1 } from 'y-protocols/sync';
import type { WebsocketProvider } from 'y-websocket';
import { diagnose, type HeartbeatTimes } from './heartbeat.ts';

/** Keeps watch over one provider's connection; see heartbeat.ts for why and when. */
export interface Watch {
  /** Asks for a sign of life, or connects at once when there is no connection. */
  wake(): void;
  stop(): void;
}

/** How often to look, in ms, at most. */
const LONGEST_BEAT = 2_000;

/**
 * Starts the watch. A connection found dead is dropped and made anew at once.
 * @param isWaiting whether changes wait to be acknowledged
 */
export function keepAlive(
  provider: WebsocketProvider,
  isWaiting: () => boolean,
  times: HeartbeatTimes,
): Watch {
  // Its own check takes half a minute of silence for death; ours asks first.
  clearInterval(provider._checkInterval);
  let phaseSince = Date.now();
  let asked = 0;

  const ask = (): void => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.sync);
    // Every relay answers this, and the answer repairs what may have been missed.
    writeSyncStep1(encoder, provider.doc);
    provider.ws?.send(encoding.toUint8Array(encoder));
    asked = Date.now();
  };
  const look = (): void => {
    const verdict = diagnose(
      {
        phase: provider.wsconnected ? 'open' : provider.wsconnecting ? 'connecting' : 'none',
        since: phaseSince,
        heard: provider.wsLastMessageReceived,
        asked,
        waiting: isWaiting(),
      },
      Date.now(),
      times,
    );
    if (verdict === 'ask') ask();
    if (verdict === 'dead') {
      provider.disconnect();
      provider.connect();
    }
  };
  provider.on('status', () => {
    phaseSince = Date.now();
  });
  const beat = setInterval(look, Math.min(LONGEST_BEAT, times.quietWhileWaiting / 2));

  return {
    wake() {
      if (provider.wsconnected) ask();
      else provider.connect();
    },
    stop: () => clearInterval(beat),
  };
}
