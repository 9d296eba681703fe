/**
 * Hocuspocus as its guide sets it up, with the queries of its own SQLite extension. That extension brings
 * a native driver which has to be compiled or downloaded; here Node's own SQLite runs the same queries.
 *
 * Arguments: the folder of the installed peers, the file of the database.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The parts of the packages that are used: they are not among the dependencies, so neither are their types. */
interface ServerPackage {
  readonly Server: new (
    options: Readonly<Record<string, unknown>>,
  ) => { listen(): Promise<unknown>; readonly address: { readonly port: number } };
}
interface DatabasePackage {
  readonly Database: new (options: {
    readonly fetch: (of: { readonly documentName: string }) => Promise<Uint8Array | null>;
    readonly store: (of: { readonly documentName: string; readonly state: Uint8Array }) => Promise<void>;
  }) => unknown;
}

const [folder = '', file = ''] = process.argv.slice(2);
const load = createRequire(join(folder, 'package.json'));
const { Server } = load('@hocuspocus/server') as ServerPackage;
const { Database } = load('@hocuspocus/extension-database') as DatabasePackage;

const database = new DatabaseSync(file);
database.exec(
  'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
);

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: ({ documentName }) => {
        const row = database
          .prepare('SELECT data FROM "documents" WHERE name = $name ORDER BY rowid DESC')
          .get({ name: documentName });
        return Promise.resolve(row?.data instanceof Uint8Array ? row.data : null);
      },
      store: ({ documentName, state }) => {
        database
          .prepare(
            'INSERT INTO "documents" ("name", "data") VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data',
          )
          .run({ name: documentName, data: state });
        return Promise.resolve();
      },
    }),
  ],
});
await server.listen();
process.stdout.write(`listening on http://127.0.0.1:${server.address.port}\n`);
