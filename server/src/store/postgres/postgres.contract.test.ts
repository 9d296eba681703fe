import { afterAll, beforeAll, it } from 'vitest';
import { storeContract } from '../contract.ts';
import { silentLog } from '../log.ts';
import { openPostgresStore } from './open.ts';
import { type PostgresServer, postgresMissing, startPostgres } from './testing/postgresServer.ts';

const missing = postgresMissing();
if (missing === undefined) onPostgres();
else it(`cannot be tested here: ${missing}`, () => process.stderr.write(`NOT TESTED: ${missing}\n`));

function onPostgres(): void {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.dispose());

  storeContract('the PostgreSQL store', () => {
    let url = '';
    return {
      async open() {
        url = await server.createDatabase();
        return openPostgresStore({ url, log: silentLog });
      },
      reopen: () => openPostgresStore({ url, log: silentLog }),
      dispose: async () => undefined,
    };
  });
}
