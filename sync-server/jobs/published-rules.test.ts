import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bookDatabase, COMMONS_DATABASE, COOPERATIVE } from '../../shared/access/database-names.ts';
import { unwrap } from '../../shared/core/result.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { computeFromGross } from '../../shared/salary/compute-from-gross.ts';
import { PAYROLL_PARAMETERS } from '../../shared/salary/find-parameters.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import { proveSalary } from '../../shared/salary/salary-computation-proof.ts';
import { provisionBook, provisionServer } from '../rules/provision.ts';
import { BUILT_IN_VERSIONS } from '../../shared/pay/payroll-versions.ts';
import { toDocument } from '../couch/stored-record.ts';
import { hash } from '../data-folder/hash.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { makeStatement, sealStatement, writeAs } from '../testing/test-records.ts';
import { verdictId } from './verdict-store.ts';
import { openWorker } from './worker.ts';

const MEMBER = 'ada.fall';
const activityId = randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();
const book = bookDatabase(activityId);
const clock = () => new Date().toISOString();

let server: TestCouch;
beforeAll(async () => {
  server = await startTestCouch();
  await provisionServer(server.couch);
  await provisionBook(server.couch, activityId);
});
afterAll(() => server.close());

/** The latest parameters that come with Sillon, for 2027 and with a higher minimum wage. */
function parametersOf2027(): PayrollParameters {
  const latest = PAYROLL_PARAMETERS.at(-1);
  if (latest === undefined) throw new Error('no parameters');
  const wage = { value: 1250, source: 'Décret de décembre 2026', since: '2027-01-01' };
  return {
    ...latest,
    from: '2027-01',
    until: '2027-12',
    ruleVersion: 'salary-2027-01.c1',
    minimumWageHourlyCents: wage,
    reductionMinimumWageHourlyCents: wage,
  };
}

function statementOf2027(parameters: PayrollParameters, name?: string): RecordOf<'salaryStatement'> {
  const statement = makeStatement(MEMBER, activityId);
  const { grossCents, ...facts } = statement.body.input;
  const input = { ...facts, period: '2027-01' };
  const computed = unwrap(computeFromGross(input, grossCents, [parameters]));
  return sealStatement({
    ...statement,
    body: {
      ...statement.body,
      input: { ...input, grossCents },
      lines: computed.lines.map(({ source: _source, since: _since, ...figures }) => figures),
      totals: { ...computed.totals },
      computation: { ...proveSalary(input, computed, hash), ...(name !== undefined && { ruleVersion: name }) },
    },
  });
}

async function ask(statement: RecordOf<'salaryStatement'>): Promise<string> {
  const body = JSON.stringify({ docs: [toDocument(statement)] });
  const roles = ['member', `activity:${activityId}`];
  const response = await server.fetchAs(MEMBER, roles, `/${book}/_bulk_docs`, { method: 'POST', body });
  const [row] = (await response.json()) as { reason?: string }[];
  return row?.reason ?? '';
}

it('books take a pay of the next year under its estimate alone, by that name alone, and the server verifies it', async () => {
  const estimate = BUILT_IN_VERSIONS.find(({ from }) => from === '2027-01');
  const latest = PAYROLL_PARAMETERS.at(-1);
  if (estimate === undefined || latest === undefined) throw new Error('no parameters');
  const worker = openWorker(server.couch, clock, () => undefined);
  try {
    await worker.start();
    for (const name of [latest.ruleVersion, 'salary-2027-01.c1']) {
      expect(await ask(statementOf2027(estimate, name))).toMatch(/^record\.invalid/);
    }
    const wage = { ...estimate.minimumWageHourlyCents, value: 1500 };
    const altered = { ...estimate, minimumWageHourlyCents: wage, reductionMinimumWageHourlyCents: wage };
    expect(await ask(statementOf2027(altered))).toMatch(/^record\.invalid/);
    const statement = statementOf2027(estimate);
    expect(await ask(statement)).toBe('');
    await expect
      .poll(async () => (await server.couch.database(book).get(verdictId(statement.id)))?.['status'])
      .toBe('verified');
  } finally {
    await worker.close();
  }
});

it('books take pays under parameters the cooperative published, from then on, and the server verifies them', async () => {
  const parameters = parametersOf2027();
  const statement = statementOf2027(parameters);
  const worker = openWorker(server.couch, clock, () => undefined);
  try {
    await worker.start();
    expect(await ask(statement)).toMatch(/^record\.invalid/);
    const version = createRecord(writeAs('nadia.roy'), {
      type: 'payrollVersion',
      activityId: COOPERATIVE,
      date: '2026-12-20',
      status: 'published',
      // Plain data that the schema of `payrollVersion` describes.
      body: { parameters: parameters as never, reason: 'SMIC 2027' },
    });
    await server.couch.database(COMMONS_DATABASE).put(toDocument(version));
    await expect.poll(() => ask(statement)).toBe('');
    await expect
      .poll(async () => (await server.couch.database(book).get(verdictId(statement.id)))?.['status'])
      .toBe('verified');
    const wrong = statementOf2027({ ...parameters, minimumWageHourlyCents: parameters.minimumWageHourlyCents });
    const totals = { ...wrong.body.totals, totalCostCents: wrong.body.totals.totalCostCents - 1 };
    expect(await ask(sealStatement({ ...wrong, body: { ...wrong.body, totals } }))).toMatch(/^record\.invalid/);
  } finally {
    await worker.close();
  }
  const results = await openWorker(server.couch, clock, () => undefined).verifyAll();
  // The pay of the test before waits under the estimate, which these parameters replaced with others.
  expect(results.map(({ recordId, status }) => [recordId === statement.id, status]).toSorted()).toEqual([
    [false, 'mismatch'],
    [true, 'verified'],
  ]);
});

it('a book whose rules could not be written gets them by itself, and keeps no other waiting', async () => {
  const other = randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase();
  await provisionBook(server.couch, other);
  const names = [book, bookDatabase(other)];
  const rulesOf = (name: string) => server.couch.database(name).get('_design/rules');
  const [before] = await Promise.all(names.map(rulesOf));
  let isBroken = true;
  const broken: typeof server.couch = {
    ...server.couch,
    database: (name) => {
      const database = server.couch.database(name);
      const put: typeof database.put = (document) =>
        isBroken && document._id === '_design/rules' ? Promise.reject(new Error('full')) : database.put(document);
      return name === names[0] ? { ...database, put } : database;
    },
  };
  const worker = openWorker(broken, clock, () => undefined);
  try {
    await worker.start();
    const version = createRecord(writeAs('nadia.roy'), {
      type: 'payrollVersion',
      activityId: COOPERATIVE,
      date: '2026-12-21',
      status: 'published',
      body: { parameters: { ...parametersOf2027(), ruleVersion: 'salary-2027-01.c2' } as never, reason: 'SMIC 2027' },
    });
    await server.couch.database(COMMONS_DATABASE).put(toDocument(version));
    await expect.poll(() => worker.failing()).toEqual([{ book: names[0], reason: 'full' }]);
    await expect.poll(async () => (await rulesOf(names[1] ?? ''))?.['contentHash']).not.toBe(before?.['contentHash']);
    expect((await rulesOf(names[0] ?? ''))?.['contentHash']).toBe(before?.['contentHash']);
    isBroken = false;
    await worker.settle();
    const [first, second] = await Promise.all(names.map(rulesOf));
    expect(first?.['contentHash']).toBe(second?.['contentHash']);
    expect(worker.failing()).toEqual([]);
  } finally {
    await worker.close();
  }
});
