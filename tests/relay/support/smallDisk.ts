import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryDirectory } from './house.ts';

/** A disk of a few megabytes: a file system in memory that is mounted for one test. */
export interface SmallDisk {
  readonly directory: string;
  /** Fills it to the last byte. */
  fill(): void;
  /** Makes the room again that {@link fill} took. */
  empty(): void;
  /** Makes it read-only, or writable again; no file on it may be open. */
  readOnly(on: boolean): void;
}

/** Mounts one. @returns why there can be none, where only root may mount. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | string> {
  const directory = await temporaryDirectory();
  const mount = (...args: string[]) => execFileSync('mount', [...args, directory], { stdio: 'pipe' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs');
  } catch (error) {
    return `no disk can be mounted here: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
  // Before the directory is removed; lazily, because a failed test may have left files open.
  onTestFinished(() => void execFileSync('umount', ['-l', directory]));
  const ballast = join(directory, 'ballast');
  return {
    directory,
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (let piece = 65_536; piece >= 1; ) {
          try {
            writeSync(file, new Uint8Array(piece));
          } catch {
            piece /= 2;
          }
        }
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast),
    readOnly: (on) => void mount('-o', `remount,${on ? 'ro' : 'rw'}`),
  };
}
