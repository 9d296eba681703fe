export type { Log } from './log.ts';
export { silentLog } from './log.ts';
export { memoryStore } from './memory.ts';
export { openPostgresStore, type PostgresStoreOptions } from './postgres/open.ts';
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open.ts';
export * from './types.ts';
