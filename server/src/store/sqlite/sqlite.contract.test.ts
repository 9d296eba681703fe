import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '../contract.ts';
import { silentLog } from '../log.ts';
import { openSqliteStore } from './open.ts';

storeContract('the SQLite store', () => {
  let directory = '';
  return {
    async open() {
      directory = await mkdtemp(join(tmpdir(), 'samenbord-store-'));
      return openSqliteStore({ directory, log: silentLog });
    },
    reopen: () => openSqliteStore({ directory, log: silentLog }),
    dispose: () => rm(directory, { recursive: true, force: true }),
  };
});
