/** The process that makes the load: runs one scenario against one server, tells what it found and ends. */
import { CONTENDERS } from './contenders.ts';
import { runScenario, SCENARIO_NAMES } from './scenarios.ts';

const [contenderName = '', scenarioName = '', measured = ''] = process.argv.slice(2);
const contender = CONTENDERS[contenderName];
const scenario = SCENARIO_NAMES.find((name) => name === scenarioName);
if (contender === undefined || scenario === undefined)
  throw new RangeError(`there is no scenario ${scenarioName} for ${contenderName}`);

// Whoever started this may be gone; then nobody wants to know any more. Exiting ends the server too.
process.once('disconnect', () => process.exit(1));
try {
  const findings = await runScenario(scenario, contender, { measured: Number(measured) });
  process.send?.({ findings }, () => process.exit(0));
} catch (error) {
  const failure = error instanceof Error ? error.message : String(error);
  process.send?.({ failure }, () => process.exit(1));
}
