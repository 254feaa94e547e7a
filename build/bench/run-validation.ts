// What the rules of a book cost inside the database: one record each, judged many times in QuickJS cut down to CouchDB's.
// `node build/bench/run-validation.ts [another checkout]`: with one, both judge by turns and the ratio is told.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MEMBER_ROLE } from '../../shared/access/check-authority.ts';
import { bookDatabase } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { buildRulesDocument } from '../../sync-server/rules/design-documents.ts';
import { activityRole } from '../../sync-server/rules/provision.ts';
import { toDocument } from '../../sync-server/couch/stored-record.ts';
import { SandboxHost } from '../../sync-server/embedded/validate/sandbox-host.ts';
import { makeCustomer, makeEntry, makeInvoice, makeStatement } from '../../sync-server/testing/test-records.ts';
import { ACTIVITY, MEMBER } from '../../sync-server/testing/validation-cases.ts';
import type { Measure } from './print-measures.ts';
import { printMeasures } from './print-measures.ts';

const ROUNDS = 7;
const LIMITS = { contexts: 4, memoryBytes: 256_000_000, timeoutMs: 60_000 };

const records: Readonly<Record<string, { readonly record: AnyRecord; readonly times: number }>> = {
  customer: { record: makeCustomer(MEMBER, ACTIVITY), times: 100 },
  entry: { record: makeEntry(MEMBER, ACTIVITY, 2_000), times: 100 },
  'draft invoice': { record: makeInvoice(MEMBER, ACTIVITY, 'draft'), times: 100 },
  'issued invoice': { record: makeInvoice(MEMBER, ACTIVITY, 'issued'), times: 50 },
  'pay statement': { record: makeStatement(MEMBER, ACTIVITY), times: 20 },
};
const user = { db: bookDatabase(ACTIVITY), name: MEMBER, roles: [MEMBER_ROLE, activityRole(ACTIVITY)] };

async function loadRules(host: SandboxHost, key: string, checkout: string | undefined): Promise<number> {
  // A checkout of 0.1 has its rules beside its client of CouchDB.
  const [path = ''] = ['rules', 'couch']
    .map((room) => join(checkout ?? '', 'sync-server', room, 'design-documents.ts'))
    .filter((file) => existsSync(file));
  const built: unknown = checkout === undefined ? { buildRulesDocument } : await import(pathToFileURL(path).href);
  const rules = await (built as { buildRulesDocument: typeof buildRulesDocument }).buildRulesDocument('book'); // our own code
  const started = performance.now();
  host.load(key, JSON.stringify(rules));
  judge(host, key, makeCustomer(MEMBER, ACTIVITY), 1);
  return performance.now() - started;
}

/** Milliseconds for one document. */
function judge(host: SandboxHost, key: string, record: AnyRecord, times: number): number {
  const call = { newText: JSON.stringify({ ...toDocument(record), _rev: undefined }), oldText: null };
  const batch = {
    userText: JSON.stringify(user),
    securityText: '{}',
    calls: Array.from({ length: times }, () => call),
  };
  const started = process.cpuUsage();
  const verdicts = host.judge(key, batch, () => undefined);
  const { user: spent, system } = process.cpuUsage(started);
  if (verdicts === 'timeout') throw new Error('bench: the rules took too long');
  const refused = verdicts.find(({ kind }) => kind !== 'ok');
  if (refused !== undefined) throw new Error(`bench: refused, ${JSON.stringify(refused)}`);
  return (spent + system) / 1000 / times;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;

const [other] = process.argv.slice(2);
const host = await SandboxHost.create(LIMITS);
const measures: Measure[] = [
  { name: 'loading the rules', value: await loadRules(host, 'here', undefined), unit: 'ms' },
];
if (other !== undefined)
  measures.push({ name: 'the same there', value: await loadRules(host, 'there', other), unit: 'ms' });
for (const [name, { record, times }] of Object.entries(records)) {
  const [here, there]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    here.push(judge(host, 'here', record, times));
    if (other !== undefined) there.push(judge(host, 'there', record, times));
  }
  measures.push({ name: `${name}, here`, value: median(here), unit: 'ms' });
  if (other === undefined) continue;
  measures.push({ name: `${name}, there`, value: median(there), unit: 'ms' });
  measures.push({ name: `${name}, here / there`, value: median(here) / median(there), unit: '×' });
}
printMeasures(measures);
