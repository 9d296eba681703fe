import { ConfigError, readConfig } from './config.ts';
import { StoreError } from './store/index.ts';
import { runCommand, USAGE, UsageError } from './upkeep/commands.ts';
import { EXIT } from './upkeep/report.ts';

/**
 * The process behind `npm run server -- check|backup|restore`: what is done to a store beside serving it. What it
 * finds goes to standard output, why it could not do its work to standard error.
 */
async function main(args: readonly string[]): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  if (args.includes('--help') || args.includes('-h')) {
    say(USAGE);
    return EXIT.well;
  }
  const { dataDir, databaseUrl } = readConfig(process.env);
  // npm runs scripts in the directory of the package and says where it was called.
  return await runCommand(args, { cwd: process.env.INIT_CWD ?? process.cwd(), dataDir, databaseUrl, say });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const usage = error instanceof UsageError;
    const foreseen = usage || error instanceof StoreError || error instanceof ConfigError;
    const reason = foreseen ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${reason}\n${usage ? `\n${USAGE}\n` : ''}`);
    process.exitCode = EXIT.failed;
  },
);
