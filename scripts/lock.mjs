/** `npm run lock`: after a change of dependencies in a package.json. */
import './node-version.mjs';
import { updateLock } from './install.mjs';
import { command } from './toolchain.mjs';

await command(async () => {
  await updateLock();
  return 0;
});
