import { readBackupNote } from '../backup/backup-note.ts';
import type { Couch } from '../couch/connect.ts';
import { ACCOUNTS_DATABASE } from '../rules/provision.ts';
import type { Finding } from '../jobs/findings.ts';
import { readFindings } from '../jobs/findings.ts';
import type { FailingBook } from '../jobs/book-work.ts';
import type { System } from '../system/system.ts';

/** What `status` tells. */
export interface SystemStatus {
  readonly cooperative: string;
  readonly isDemo: boolean;
  /** Accounts by role. */
  readonly accounts: { readonly members: number; readonly supportTeam: number };
  readonly databases: readonly {
    readonly name: string;
    readonly documents: number;
    readonly deleted: number;
    /** Size on the disk; 0 where the server does not tell. */
    readonly bytes: number;
  }[];
  readonly devices: readonly {
    readonly prefix: string;
    readonly account: string;
    readonly name: string;
    readonly lastSeenAt: string;
    /** Whether a session of it is open. */
    readonly isSignedIn: boolean;
  }[];
  /** Books with changes that were not consolidated yet. */
  readonly pendingBooks: number;
  /** Books that could not be consolidated: their verdicts are as old as the failure. */
  readonly failingBooks: readonly FailingBook[];
  /** Records that could not be consolidated or that somebody must look at. */
  readonly findings: readonly Finding[];
  readonly lastBackupAt: string | null;
  /** Replaced signing keys that are still accepted. */
  readonly retiringKeys: number;
}

export async function readSystemStatus(system: System): Promise<SystemStatus> {
  const { couch, accounts, worker, keyRotation } = system;
  const databases = await describeDatabases(couch);
  const persons = await accounts.people.listPersons();
  const members = persons.filter(({ role }) => role === 'member').length;
  const signedIn = new Set((await accounts.sessions.list()).map(({ deviceId }) => deviceId));
  const devices = (await accounts.devices.list()).map(({ id, prefix, account, name, lastSeenAt }) => ({
    prefix,
    account,
    name,
    lastSeenAt,
    isSignedIn: signedIn.has(id),
  }));
  return {
    ...(await system.describeInstance()),
    accounts: { members, supportTeam: persons.length - members },
    databases,
    devices,
    pendingBooks: worker.pending(),
    failingBooks: worker.failing(),
    findings: await readFindings(couch),
    lastBackupAt: (await readBackupNote(couch)) ?? null,
    retiringKeys: keyRotation.retiring(),
  };
}

const AT_ONCE = 16;

/** A few at a time: there may be thousands. */
async function describeDatabases(couch: Couch): Promise<SystemStatus['databases']> {
  const names = (await couch.listDatabases()).filter((name) => !name.startsWith('_') && name !== ACCOUNTS_DATABASE);
  const described: SystemStatus['databases'][number][] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE).map(async (name) => {
      const info = await couch.database(name).info();
      const { doc_count: documents = 0, doc_del_count: deleted = 0, sizes } = info ?? {};
      return { name, documents, deleted, bytes: sizes?.file ?? 0 };
    });
    described.push(...(await Promise.all(some)));
  }
  return described;
}
