/**
 * `npm test`: everything, in this order, up to the first stage that fails. With the name of one stage (or
 * `check` for the three checks) only that, with further arguments for its tool:
 *
 *     npm run test:unit -- shared/src/layout
 */
import './node-version.mjs';
import { summary, total } from './report.mjs';
import { STAGES } from './stages.mjs';
import { command, Stop, say, seconds } from './toolchain.mjs';

const CHECKS = ['lint', 'types', 'walls'];
const ALL = ['install', ...CHECKS, 'unit', 'build', 'e2e', 'weight'];

/**
 * The stages that a name stands for.
 * @param {string | undefined} name
 */
function stagesOf(name) {
  if (name === undefined) return ALL;
  if (name === 'check') return ['install', ...CHECKS];
  if (name === 'e2e') return ['install', 'build', 'e2e'];
  if (!(name in STAGES))
    throw new Stop(`No such stage: ${name}. There are: ${Object.keys(STAGES).join(', ')}.`);
  return ['install', name];
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<import('./stages.mjs').Outcome>}
 */
async function runStage(name, args) {
  const stage = STAGES[name];
  if (stage === undefined) throw new Stop(`No such stage: ${name}.`);
  const started = Date.now();
  say(`\n== ${stage.title}`);
  const outcome = await stage.go(args).catch((error) => {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    return { code: 1 };
  });
  if (outcome.code === 0) say(`== ${stage.title}: done in ${seconds(started)}`);
  else say(`\n== ${stage.title}: FAILED after ${seconds(started)}. To run it alone: ${stage.alone}`);
  return outcome;
}

await command(async () => {
  const [name, ...args] = process.argv.slice(2);
  const names = stagesOf(name);
  const counts = [];
  let code = 0;
  for (const each of names) {
    const outcome = await runStage(each, each === name ? args : []);
    code = outcome.code;
    if (outcome.count !== undefined) counts.push(outcome.count);
    if (code !== 0) break;
  }
  const sum = total(counts);
  // Something failed that is no test, a check or a tool that fell over: never end with '0 failed' then.
  if (code !== 0 && sum.failed === 0) sum.failed = 1;
  if (code === 0 && sum.failed > 0) code = 1;
  if (name === undefined || counts.length > 0) process.stdout.write(`\n${summary(sum)}\n`);
  return code;
});
