import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Findings, ScenarioName } from './scenarios.ts';

/** ms that one scenario against one server may take beside what it measures. */
const PATIENCE = 240_000;

/**
 * Runs a scenario in a process of its own, so that each server meets the same fresh generator.
 * @param measured ms
 * @throws {Error} when it fails or takes too long; its standard error has been shown
 */
export function generate<Name extends ScenarioName>(
  contender: string,
  scenario: Name,
  measured: number,
): Promise<Findings[Name]> {
  const args = [contender, scenario, String(measured)];
  const child = fork(join(import.meta.dirname, 'generator.ts'), args, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Figures that are no number stay visible as such; JSON would make them null.
    serialization: 'advanced',
  });
  return new Promise((resolve, reject) => {
    const failed = (why: string): Error => new Error(`${scenario} with ${contender} ${why}`);
    const late = setTimeout(() => {
      child.disconnect();
      reject(failed('took too long'));
    }, PATIENCE + measured);
    child.once('error', reject);
    child.once('message', (told: { findings?: Findings[Name]; failure?: string }) => {
      if (told.findings !== undefined) resolve(told.findings);
      else reject(failed(`failed: ${told.failure}`));
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(failed(`ended with status ${code}`));
    });
  });
}
