import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { explainFailure } from './commands/command-failure.ts';
import { USAGE } from './commands/usage.ts';

/** Beside the packages, which whoever may write there could change as well; without a place to write it does without. */
const COMPILED = fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));

type Run = (args: string[]) => Promise<number>;

/** Each command loads what it needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Run>>> = {
  serve: async () => (await import('./commands/serve-command.ts')).runServe,
  enrol: async () => (await import('./commands/enrol-command.ts')).runEnrol,
  verify: async () => (await import('./commands/verify-command.ts')).runVerify,
  status: async () => (await import('./commands/status-command.ts')).runStatus,
  audit: async () => (await import('./commands/audit-command.ts')).runAudit,
  provision: async () => (await import('./commands/provision-command.ts')).runProvision,
  revoke: async () => (await import('./commands/revoke-command.ts')).runRevoke,
  'rotate-keys': async () => (await import('./commands/rotate-keys-command.ts')).runRotateKeys,
  'erase-person': async () => (await import('./commands/erase-person-command.ts')).runErasePerson,
  backup: async () => (await import('./commands/backup-command.ts')).runBackup,
  restore: async () => (await import('./commands/restore-command.ts')).runRestore,
};

async function main([name = '', ...args]: string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name) || args.includes('--help')) {
    console.log(USAGE);
    return name === '' ? 2 : 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    console.error(`There is no command ${name}. See --help.`);
    return 2;
  }
  try {
    enableCompileCache(COMPILED);
    const run = await load();
    return await run(args);
  } catch (error) {
    const { message, exitCode } = explainFailure(error);
    console.error(message);
    return exitCode;
  }
}

// Node prints a warning for its SQLite module, which means nothing to a person at the command line.
process.removeAllListeners('warning');
const exitCode = await main(process.argv.slice(2));
process.exit(exitCode);
