import { runAudit } from './commands/audit-command.ts';
import { runBackup } from './commands/backup-command.ts';
import { explainFailure } from './commands/command-failure.ts';
import { runEnrol } from './commands/enrol-command.ts';
import { runErasePerson } from './commands/erase-person-command.ts';
import { runProvision } from './commands/provision-command.ts';
import { runRestore } from './commands/restore-command.ts';
import { runRevoke } from './commands/revoke-command.ts';
import { runRotateKeys } from './commands/rotate-keys-command.ts';
import { runServe } from './commands/serve-command.ts';
import { runStatus } from './commands/status-command.ts';
import { USAGE } from './commands/usage.ts';
import { runVerify } from './commands/verify-command.ts';

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  serve: runServe,
  enrol: runEnrol,
  verify: runVerify,
  status: runStatus,
  audit: runAudit,
  provision: runProvision,
  revoke: runRevoke,
  'rotate-keys': runRotateKeys,
  'erase-person': runErasePerson,
  backup: runBackup,
  restore: runRestore,
};

async function main([name = '', ...args]: string[]): Promise<number> {
  if (['', 'help', '--help', '-h'].includes(name) || args.includes('--help')) {
    console.log(USAGE);
    return name === '' ? 2 : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    console.error(`There is no command ${name}. See --help.`);
    return 2;
  }
  try {
    return await command(args);
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
