import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openAccountStore } from '../accounts/account-store.ts';
import { openAuditTrail } from '../audit/audit-trail.ts';
import { commandActor, nameOperator } from '../audit/operator.ts';
import { printProgress } from '../backup/progress.ts';
import { restoreBackup } from '../backup/restore-backup.ts';
import { ACCOUNTS_DATABASE } from '../rules/provision.ts';
import { findRunningServer } from '../data-folder/running-server.ts';
import { openCouch } from '../system/open-couch.ts';
import { CommandFailure } from './command-failure.ts';
import { chooseDataFolder } from './data-folder-option.ts';
import { printAdministrator } from './print-administrator.ts';
import { formatTable } from './text-table.ts';

/** A document and its attachments travel in one body, which may be larger than what a device may send. */
const LIMITS = { maxBodyBytes: 128_000_000, maxInflatedBodyBytes: 128_000_000 };

/** Devices hold what the backup does not; by themselves they look once a day. */
const AFTERWARDS = `What was written after the backup comes back from the devices. Start the server, then ask everybody to open
“Échanges” and press “Comparer maintenant”.`;

export async function runRestore(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      'into-existing': { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  });
  if (values.from === undefined) throw new CommandFailure('--from DIR, the folder of a backup, is missing.', 2);
  const dataDir = chooseDataFolder(values.data);
  if ((await findRunningServer(dataDir)) !== undefined) {
    throw new CommandFailure('A server runs on this data folder. Stop it, restore, and start it again.');
  }
  const opened = await openCouch({
    dataDir,
    environment: process.env,
    tokenKeys: {},
    limits: LIMITS,
    onNewAdministrator: printAdministrator,
  });
  try {
    const outcomes = await restoreBackup(opened.couch, {
      folder: resolve(values.from),
      isIntoExisting: values['into-existing'],
      report: printProgress(console.error),
    });
    const store = openAccountStore(opened.couch.database(ACCOUNTS_DATABASE));
    const from = basename(values.from);
    await openAuditTrail(store, () => new Date().toISOString()).note({
      kind: 'restore',
      actor: commandActor(nameOperator()),
      details: { from, databases: outcomes.length, scope: values['into-existing'] ? 'into-existing' : 'empty' },
    });
    const rows = outcomes.map((outcome) => [
      outcome.name,
      `${String(outcome.documents)} of ${String(outcome.expected.documents)}`,
      `${String(outcome.revisions)} of ${String(outcome.expected.revisions)}`,
      outcome.isComplete ? '' : 'differs from the backup',
    ]);
    console.log(formatTable([['database', 'documents', 'revisions', ''], ...rows]));
    const leftOut = outcomes.reduce((total, { positionsLeftOut }) => total + positionsLeftOut, 0);
    if (leftOut > 0) {
      console.log(
        `\n${String(leftOut)} positions of the other kind of server were left out; devices compare from the beginning.`,
      );
    }
    console.log(`\n${AFTERWARDS}`);
    const wrong = outcomes.filter(({ isComplete }) => !isComplete).length;
    console.log(`\n${String(outcomes.length)} databases restored, ${String(wrong)} with differences`);
    return wrong === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}
