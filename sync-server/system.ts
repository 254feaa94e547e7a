import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMMONS_DATABASE } from '../shared/access/database-names.ts';
import type { Clock } from '../shared/core/ports.ts';
import type { Accounts } from './accounts/accounts.ts';
import { openAccounts } from './accounts/accounts.ts';
import type { Instance } from './accounts/describe-account.ts';
import type { CouchAdmin, Couch } from './couch/connect.ts';
import { connectCouch } from './couch/connect.ts';
import { readPayrollVersions } from './couch/published-versions.ts';
import { provisionBook, provisionServer } from './couch/provision.ts';
import { prepareRealCouch } from './couch/real-couch.ts';
import { findAdministrator } from './data-folder/administrator.ts';
import { fillDemonstration } from './demonstration.ts';
import { startEmbeddedCouch } from './embedded/server.ts';
import type { SigningKey } from './http/signing-key.ts';
import { loadSigningKey } from './http/signing-key.ts';
import type { Worker } from './jobs/worker.ts';
import { openWorker } from './jobs/worker.ts';
import { StartError } from './start-error.ts';

export interface SystemOptions {
  readonly dataDir: string;
  /** Fill a new data folder with the demonstration cooperative. */
  readonly isDemo?: boolean;
  /** Where `COUCHDB_URL`, `COUCHDB_USER` and `COUCHDB_PASSWORD` are read; the process's own by default. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly clock?: Clock;
  readonly log?: (line: string) => void;
  /** Called with a fresh administrator, whose password is shown this once. */
  readonly onNewAdministrator?: (admin: CouchAdmin) => void;
}

/** Database, accounts and jobs over one data folder, without the front. */
export interface System {
  readonly couch: Couch;
  readonly accounts: Accounts;
  readonly worker: Worker;
  readonly signingKey: SigningKey;
  readonly clock: Clock;
  readonly describeInstance: () => Promise<Instance>;
  readonly close: () => Promise<void>;
}

/** Opens a data folder: starts or reaches CouchDB, provisions it, fills the demonstration when asked to. */
export async function openSystem(options: SystemOptions): Promise<System> {
  const { dataDir, environment = process.env, clock = () => new Date().toISOString(), log = () => undefined } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const signingKey = loadSigningKey(dataDir);
  const { couch, close } = await openCouch(options, environment, signingKey);
  try {
    await provisionServer(couch);
    const accounts = openAccounts(couch, clock);
    await settleInstance(couch, accounts, options.isDemo ?? false, clock);
    // Books of earlier versions get the rules of this one.
    const versions = await readPayrollVersions(couch);
    for (const { activityId } of await accounts.people.listActivities()) {
      await provisionBook(couch, activityId, versions);
    }
    const worker = openWorker(couch, clock, log);
    return {
      couch,
      accounts,
      worker,
      signingKey,
      clock,
      describeInstance: rememberInstance(couch, accounts),
      close: async () => {
        await worker.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface OpenCouch {
  readonly couch: Couch;
  readonly close: () => Promise<void>;
}

async function openCouch(options: SystemOptions, environment: NodeJS.ProcessEnv, key: SigningKey): Promise<OpenCouch> {
  const { COUCHDB_URL: url, COUCHDB_USER: name, COUCHDB_PASSWORD: password } = environment;
  if (url === undefined || url === '') return startEmbedded(options, environment, key);
  if (!URL.canParse(url)) throw new StartError('COUCHDB_URL is not an address.');
  if (name === undefined || password === undefined) {
    throw new StartError('With COUCHDB_URL, set COUCHDB_USER and COUCHDB_PASSWORD to its administrator.');
  }
  const couch = connectCouch(url, { name, password });
  await prepareRealCouch(couch, key);
  return { couch, close: () => Promise.resolve() };
}

async function startEmbedded(
  options: SystemOptions,
  environment: NodeJS.ProcessEnv,
  key: SigningKey,
): Promise<OpenCouch> {
  const admin = findAdministrator(options.dataDir, environment);
  const server = await startEmbeddedCouch({
    dataDir: join(options.dataDir, 'couch'),
    admin: { name: admin.name, password: admin.password },
    jwtPublicKeys: { [key.keyId]: key.publicKeyPem },
    ...(options.log === undefined ? {} : { log: options.log }),
  });
  if (admin.isNew) options.onNewAdministrator?.(admin);
  return { couch: connectCouch(server.url, admin), close: () => server.close() };
}

interface InstanceNote {
  readonly isDemo: boolean;
  /** The day the demonstration was made for. */
  readonly day: string;
  readonly isReady: boolean;
}

/** A data folder is a demonstration or a real cooperative from its first start on, and never changes. */
async function settleInstance(couch: Couch, accounts: Accounts, isDemo: boolean, clock: Clock): Promise<void> {
  const { store } = accounts;
  let stored = await store.read<InstanceNote>('instance');
  if (stored === undefined) {
    await store.create('instance', { isDemo, day: clock().slice(0, 10), isReady: !isDemo });
    stored = await store.read<InstanceNote>('instance');
  }
  if (stored === undefined) throw new Error('the note on the instance was not kept');
  if (isDemo && !stored.value.isDemo) {
    throw new StartError('This data folder holds a real cooperative; choose another one for the demonstration.');
  }
  if (stored.value.isReady) return;
  await fillDemonstration(couch, accounts, stored.value.day);
  await store.replace(stored, { ...stored.value, isReady: true });
}

const REMEMBER_MS = 60_000;

/** Name of the cooperative and kind of instance, read again once a minute. */
function rememberInstance(couch: Couch, accounts: Accounts): () => Promise<Instance> {
  let held: { readonly instance: Instance; readonly until: number } | undefined;
  return async () => {
    if (held !== undefined && held.until > Date.now()) return held.instance;
    const note = await accounts.store.read<InstanceNote>('instance');
    const [settings] = await couch.database(COMMONS_DATABASE).list('cooperativeSettings:');
    const instance = { cooperative: readTradeName(settings?.['body']), isDemo: note?.value.isDemo === true };
    held = { instance, until: Date.now() + REMEMBER_MS };
    return instance;
  };
}

function readTradeName(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('tradeName' in body)) return 'Sillon';
  return typeof body.tradeName === 'string' && body.tradeName !== '' ? body.tradeName : 'Sillon';
}
