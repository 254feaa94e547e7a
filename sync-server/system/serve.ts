import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { openPersonalDatabases } from '../accounts/personal-databases.ts';
import { newToken } from '../accounts/secret.ts';
import { runControlCommand } from '../commands/control-command.ts';
import { noteVersion } from '../audit/note-version.ts';
import { forgetRunningServer, noteRunningServer } from '../data-folder/running-server.ts';
import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import { openTotals } from '../rules/totals-view.ts';
import { openFingerprints } from '../fingerprints/read-fingerprints.ts';
import { buildFront } from '../http/front.ts';
import { openNews } from '../http/news.ts';
import { openWorkBudget } from '../http/work-budget.ts';
import { openLedger } from '../http/request-policy/open-ledger.ts';
import type { VerifiedRecord } from '../jobs/verify.ts';
import { runNightly } from '../jobs/nightly.ts';
import { openSyncMarks } from '../jobs/sync-marks.ts';
import { openUsage } from '../quota/read-usage.ts';
import type { System, SystemOptions } from './system.ts';
import { openSystem } from './system.ts';

export interface ServeOptions extends Omit<SystemOptions, 'mustBeSafe'> {
  /** 0 takes any free port. */
  readonly port: number;
  /** Listen on the network too, not only for this computer. */
  readonly isLan?: boolean;
  /** The name under which a proxy on this computer publishes the server. */
  readonly publicHost?: string;
  /** Start although the settings of a real CouchDB are unsafe. */
  readonly isInSpiteOfSettings?: boolean;
  /** Milliseconds of the clock that gives budgets of work back. */
  readonly budgetClock?: () => number;
  /** Folder of the built web application; the repository's own build by default. */
  readonly webRoot?: string;
}

export interface RunningSillon {
  /** Address of the application on this computer. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Where `npm run build` puts the web application. */
export const WEB_ROOT = fileURLToPath(new URL('../../dist/renderer/', import.meta.url));

/** Starts everything: CouchDB (embedded unless `COUCHDB_URL` is set), the jobs and the one origin devices talk to. */
export async function serve(options: ServeOptions): Promise<RunningSillon> {
  const host = options.isLan === true ? '0.0.0.0' : '127.0.0.1';
  // Before anything is opened: filling a demonstration only to find the port taken would waste a minute.
  await claimPort(options.port, host);
  const system = await openSystem({ ...options, mustBeSafe: options.isInSpiteOfSettings !== true });
  try {
    return await startFront(options, system, host);
  } catch (error) {
    await system.close();
    throw error;
  }
}

async function startFront(options: ServeOptions, system: System, host: string): Promise<RunningSillon> {
  const { dataDir, log = () => undefined } = options;
  const { accounts, couch, worker, clock } = system;
  const version = readVersion();
  await noteVersion(accounts, version);
  await worker.start();
  const marks = openSyncMarks(couch, accounts.devices, clock, log);
  const token = newToken();
  const usage = openUsage(couch);
  const front = buildFront({
    accounts,
    couchUrl: couch.url,
    couchKind: system.couchKind,
    signingKey: system.signingKey,
    describeInstance: system.describeInstance,
    budget: openWorkBudget(options.budgetClock),
    hostRules: {
      isLan: options.isLan === true,
      ...(options.publicHost === undefined ? {} : { publicHost: options.publicHost }),
    },
    webRoot: options.webRoot ?? WEB_ROOT,
    version,
    fingerprints: openFingerprints(couch),
    totals: openTotals(couch.database(NETWORK_DATABASE)),
    usage,
    personal: openPersonalDatabases(couch, accounts.people),
    news: openNews(couch),
    ledger: openLedger(couch, usage),
    behind: worker.behind,
    verifyAll: async () => {
      const verified = await worker.verifyAll();
      const count = (wanted: VerifiedRecord['status']): number =>
        verified.filter(({ status }) => status === wanted).length;
      const notVerifiable = count('notVerifiable');
      const checked = verified.length - notVerifiable;
      return { checked, verified: count('verified'), mismatches: count('mismatch'), notVerifiable };
    },
    noteSeen: marks.noteSeen,
    control: { token, run: (command, body, operator) => runControlCommand(system, command, body, operator) },
    log,
  });
  await front.listen({ port: options.port, host });
  const address = front.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const url = `http://127.0.0.1:${String(port)}`;
  noteRunningServer(dataDir, { url, token, pid: process.pid });
  const stopNightly = runNightly(async () => {
    await worker.verifyAll();
  }, log);
  return {
    url,
    close: async () => {
      stopNightly();
      forgetRunningServer(dataDir);
      await front.close();
      await marks.flush();
      await system.close();
    },
  };
}

/** Fails with the operating system's own error when the port cannot be had. */
function claimPort(port: number, host: string): Promise<void> {
  if (port === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve();
      });
    });
  });
}

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
