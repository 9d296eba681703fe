import { ConfigError, readConfig } from './config.ts';
import { ListenError } from './http/listen.ts';
import { createLog } from './log.ts';
import { start } from './start.ts';
import { StoreError } from './store/index.ts';

/**
 * Signals that come within this many ms of the first are the same wish, said twice: a signal to a whole
 * group of processes arrives by itself and once more from the parent that passes it on. A later one means
 * that somebody will not wait.
 */
const SAME_WISH = 500;

/**
 * The process: reads the configuration, starts the server, stops it on a signal. Standard output gets
 * one line, when it is ready; the log goes to standard error, and so does the one line that says why
 * it could not start.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  for (const name of config.unknown) log.warn({ name }, 'no such variable; see docs/configuration.md');
  process.on('uncaughtException', (error) => {
    // What anybody was shown is in the store; going on in an unknown state could harm that.
    log.fatal({ err: error }, 'ended by an error nobody foresaw');
    process.exit(1);
  });
  // While it starts and stops, nothing else may hold the process: it ends by exit, never by having no work.
  setInterval(() => {}, 2 ** 30);
  const running = await start(config, { log });

  let stoppingSince: number | undefined;
  const onSignal = (): void => {
    const now = performance.now();
    if (stoppingSince !== undefined) {
      if (now - stoppingSince > SAME_WISH) process.exit(1);
      return;
    }
    stoppingSince = now;
    log.info({}, 'stopping');
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, 'stopped, but not everything could be saved');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  process.stdout.write(`listening on ${running.url}\n`);
}

main().catch((error: unknown) => {
  const foreseen =
    error instanceof ConfigError || error instanceof ListenError || error instanceof StoreError;
  const reason = foreseen ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`samenbord cannot start: ${reason}\n`);
  process.exit(1);
});
