/**
 * `npm run server -- check|backup|restore`: what is done to a store beside serving it. Installs when needed;
 * what it finds goes to standard output.
 */
import './node-version.mjs';
import { ensureInstalled } from './install.mjs';
import { COMMAND_ARGUMENTS, command, NODE, run } from './toolchain.mjs';

await command(async () => {
  await ensureInstalled();
  const { code } = await run(NODE, [...COMMAND_ARGUMENTS, ...process.argv.slice(2)]);
  return code;
});
