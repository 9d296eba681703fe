/**
 * What the store and the relay need of a logger: the shape of pino, so that `main` can hand its own in.
 * Fields never hold document bytes, sticker texts or secrets.
 */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** For tests and for programs that want nothing said. */
export const silentLog: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
};
