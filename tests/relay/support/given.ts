import { once } from 'node:events';

/**
 * What a program is to work with: its arguments or, when it has none, what its parent sends it as an array of
 * texts. Until then it has loaded its code and touched nothing.
 */
export async function given(): Promise<readonly string[]> {
  const args = process.argv.slice(2);
  if (args.length > 0) return args;
  const [later] = await once(process, 'message');
  return later as readonly string[];
}
