import { mkdirSync } from 'node:fs';
import type { Clock } from '../../shared/core/ports.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { openAccounts } from '../accounts/accounts.ts';
import type { Instance } from '../accounts/describe-account.ts';
import { refuseUnfinishedRestore } from '../backup/restore-note.ts';
import type { Couch, CouchAdmin } from '../couch/connect.ts';
import { provisionAll } from '../rules/provision.ts';
import { prepareRealCouch } from '../couch/real-couch.ts';
import { requireSettings } from '../couch-settings/require-settings.ts';
import type { ServerIdentity } from '../couch/server-identity.ts';
import { identifyServer } from '../couch/server-identity.ts';
import type { EmbeddedLimits } from '../embedded/limits.ts';
import { openKeyRing } from '../keys/key-ring.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { rememberInstance, settleInstance } from './instance.ts';
import { auditCommons } from '../jobs/audit-commons.ts';
import type { KeyRotation } from '../jobs/key-rotation.ts';
import { openKeyRotation } from '../jobs/key-rotation.ts';
import type { Worker } from '../jobs/worker.ts';
import { openWorker } from '../jobs/worker.ts';
import { openCouch } from './open-couch.ts';

export interface SystemOptions {
  readonly dataDir: string;
  /** Fill a new data folder with the demonstration cooperative. */
  readonly isDemo?: boolean;
  /** Where `COUCHDB_URL`, `COUCHDB_USER` and `COUCHDB_PASSWORD` are read; the process's own by default. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly clock?: Clock;
  /** Do not open a real CouchDB whose settings are unsafe. */
  readonly mustBeSafe?: boolean;
  /** Of the embedded server; its own by default. */
  readonly limits?: Partial<EmbeddedLimits>;
  readonly log?: (line: string) => void;
  /** Called with a fresh administrator, whose password is shown this once. */
  readonly onNewAdministrator?: (admin: CouchAdmin) => void;
}

/** Database, accounts and jobs over one data folder, without the front. */
export interface System {
  readonly couch: Couch;
  readonly couchKind: ServerIdentity['kind'];
  readonly accounts: Accounts;
  readonly worker: Worker;
  /** Whatever key is current; see {@link System.keyRotation}. */
  readonly signingKey: SigningKey;
  readonly keyRotation: KeyRotation;
  readonly clock: Clock;
  readonly describeInstance: () => Promise<Instance>;
  readonly close: () => Promise<void>;
}

/** Opens a data folder: starts or reaches CouchDB, provisions it, fills the demonstration when asked to. */
export async function openSystem(options: SystemOptions): Promise<System> {
  const { dataDir, environment = process.env, clock = () => new Date().toISOString(), log = () => undefined } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const keys = openKeyRing(dataDir);
  const opened = await openCouch({ ...options, environment, tokenKeys: keys.publicKeys() });
  const { couch, setTokenKeys } = opened;
  const keyRotation = openKeyRotation(keys, opened, log);
  try {
    const nodesAway = setTokenKeys === undefined ? await prepareRealCouch(couch, keys.current) : [];
    await keyRotation.start(nodesAway);
    if (options.mustBeSafe === true) await requireSettings(couch, Object.keys(keys.publicKeys()));
    await refuseUnfinishedRestore(couch);
    const accounts = openAccounts(couch, clock);
    // Books of earlier versions get the rules of this one. The demonstration provisions its own books.
    const { published } = await provisionAll(couch, () => accounts.people.listActivities());
    await settleInstance(couch, accounts, options.isDemo ?? false, clock);
    const worker = openWorker(couch, clock, log, {
      seeCommons: () => auditCommons(couch, accounts, clock),
      installed: published,
    });
    return {
      couch,
      couchKind: (await identifyServer(couch)).kind,
      accounts,
      worker,
      signingKey: keys.current,
      keyRotation,
      clock,
      describeInstance: rememberInstance(couch, accounts),
      close: async () => {
        keyRotation.close();
        await worker.close();
        await opened.close();
      },
    };
  } catch (error) {
    keyRotation.close();
    await opened.close();
    throw error;
  }
}
