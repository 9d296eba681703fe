import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from '../store/log.ts';
import type { Bus, Subscriber } from './bus.ts';

/** Bytes that may be on their way to Redis; more is not said, because an answer that stays away piles them up. */
const MOST_UNDER_WAY = 8 * 1024 * 1024;

/** Channels in one command when all are subscribed to anew. */
const CHANNELS_AT_ONCE = 1000;

const OPTIONS: RedisOptions = {
  // What was said while there was no connection is old: whoever missed it gets it from the store.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  // Subscribed to by hand, so that it is known when that is done.
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 5000,
  keepAlive: 10_000,
  retryStrategy: (attempt) => Math.min(1000, 50 * 2 ** Math.min(attempt, 10)),
};

/**
 * The bus over Redis: publish and subscribe, nothing kept. Two connections, because one that listens can
 * say nothing.
 * @param url as `redis://user:password@host:port`, or `rediss://` for TLS; holds a password, so it is not logged.
 * @param prefix of all channels: two installations on one Redis do not hear each other.
 */
export function redisBus(url: string, prefix: string, log: Log): Bus {
  const subscribers = new Map<string, Subscriber>();
  const speaking = new Redis(url, OPTIONS);
  const listening = new Redis(url, OPTIONS);
  let underWay = 0;
  let closed = false;

  const failing = once((error: Error) =>
    log.warn(
      { err: error },
      'Redis cannot be reached: nodes hear of each other through the database, more slowly',
    ),
  );
  for (const connection of [speaking, listening]) {
    connection.on('error', failing.fail);
    connection.on('ready', failing.reset);
  }

  async function listen(channels: readonly string[]): Promise<void> {
    try {
      await listening.subscribe(...channels.map((channel) => prefix + channel));
    } catch {
      // The connection broke: all channels are subscribed to when there is one again.
      return;
    }
    for (const channel of channels) subscribers.get(channel)?.ready();
  }

  listening.on('ready', () => {
    const channels = [...subscribers.keys()];
    for (let from = 0; from < channels.length; from += CHANNELS_AT_ONCE)
      void listen(channels.slice(from, from + CHANNELS_AT_ONCE));
  });
  listening.on('messageBuffer', (channel: Buffer, message: Buffer) => {
    subscribers.get(channel.toString().slice(prefix.length))?.heard(new Uint8Array(message));
  });

  return {
    subscribe(channel, subscriber) {
      subscribers.set(channel, subscriber);
      if (listening.status === 'ready') void listen([channel]);
      return () => {
        if (subscribers.get(channel) !== subscriber) return;
        subscribers.delete(channel);
        if (listening.status === 'ready') listening.unsubscribe(prefix + channel).catch(() => undefined);
      };
    },
    publish(channel, message) {
      if (speaking.status !== 'ready' || underWay > MOST_UNDER_WAY) return;
      underWay += message.byteLength;
      speaking
        .publish(prefix + channel, Buffer.from(message.buffer, message.byteOffset, message.byteLength))
        .catch(() => undefined)
        .finally(() => {
          underWay -= message.byteLength;
        });
    },
    renew() {
      for (const connection of [speaking, listening])
        if (!closed && connection.status === 'ready') connection.disconnect(true);
    },
    close() {
      closed = true;
      subscribers.clear();
      // What was said last is still written out before the connection ends.
      const quit = speaking.status === 'ready' ? speaking.quit() : Promise.resolve();
      const late = new Promise((resolve) => setTimeout(resolve, 500).unref());
      return Promise.race([quit, late])
        .catch(() => undefined)
        .then(() => {
          speaking.disconnect();
          listening.disconnect();
        });
    },
  };
}

/** Says the first of a row of failures only. */
function once(say: (error: Error) => void): { fail: (error: Error) => void; reset: () => void } {
  let said = false;
  return {
    fail(error) {
      if (!said) say(error);
      said = true;
    },
    reset() {
      said = false;
    },
  };
}
