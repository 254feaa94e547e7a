import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { COOPERATIVE } from '../../../../shared/access/database-names.ts';
import { unwrap } from '../../../../shared/core/result.ts';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import { findPayrollParameters } from '../../../../shared/salary/find-parameters.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { computeFromGross } from '../../../../shared/salary/compute-from-gross.ts';
import { createStatement } from '../../../../shared/pay/pay-request.ts';
import { hash } from '../../../../shared/testing/hash.ts';
import { SAMPLE_ACTIVITY } from '../../../../shared/testing/sample-records.ts';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import type { BookStore } from '../../book-store.ts';
import { writeRecords } from '../../storage-access.ts';
import { until } from '../../testing/fresh-store.ts';
import { openSupportStore } from '../../testing/open-support-store.ts';
import {
  confirmEstimate,
  draftPayrollVersion,
  publishPayrollVersion,
  savePayrollDraft,
} from './save-payroll-version.ts';

type Version = RecordOf<'payrollVersion'>;

let store: BookStore;
beforeEach(async () => {
  store = await openSupportStore(() => '2026-09-10T09:00:00.000Z', {});
});
afterEach(() => store.close());

const listVersions = (): Version[] => [...store.image('commons').list('payrollVersion')];

type Months = Pick<PayrollParameters, 'from' | 'until'>;

/** Draws up and changes a version of these months with a minimum wage of so many cents. */
async function draftOf(months: Months, cents: number): Promise<Version> {
  const draft = unwrap(await draftPayrollVersion(store));
  await until(() => store.find(draft.id) !== undefined);
  const parameters = draft.body.parameters as PayrollParameters;
  const minimumWageHourlyCents = { value: cents, source: 'Décret', since: `${months.from}-01` };
  // A draft stands on later values than the months it is for here.
  const contributions = parameters.contributions.map((one) => ({ ...one, since: '2026-01-01' }));
  const saved = unwrap(
    await savePayrollDraft(store, draft, { ...parameters, ...months, minimumWageHourlyCents, contributions }, 'Relevé'),
  );
  await until(() => store.find(saved.id)?.edits[0] === saved.edits[0]);
  return saved;
}

/** {@link draftOf}, published. */
async function publish(months: Months, cents: number): Promise<Version> {
  const saved = await draftOf(months, cents);
  const published = unwrap(await publishPayrollVersion(store, saved));
  await until(() => store.find(published.id)?.status === 'published');
  return published;
}

const minimumWageIn = (month: string): number =>
  unwrap(findPayrollParameters(month, listPayrollVersions(listVersions()))).minimumWageHourlyCents.value;

it('who publishes last is in force, also after a version of a clock that was ahead', async () => {
  const months = { from: '2026-10', until: '2026-12' };
  const first = await publish(months, 1_225);
  expect([first.body.replaces, first.body.parameters.ruleVersion]).toEqual([[], 'salary-2026-10.c1']);
  const context = { ...sampleContext('awa.diallo', 'D2'), clock: () => '2099-12-31T23:59:59.999Z' };
  // It took the name that would have been given next.
  const parameters = { ...first.body.parameters, ruleVersion: 'salary-2026-10.c3' };
  const ahead = createRecord(context, {
    ...{ type: 'payrollVersion', activityId: COOPERATIVE, date: '2099-12-31', status: 'published' },
    body: {
      ...first.body,
      parameters: { ...parameters, minimumWageHourlyCents: { ...parameters.minimumWageHourlyCents, value: 900 } },
    },
  });
  const { commons } = store.parts.collections;
  if (commons === undefined) throw new Error('the support team has them');
  unwrap(await writeRecords(commons, [{ before: undefined, after: ahead }], 'asGiven'));
  await until(() => store.find(ahead.id) !== undefined);
  expect(minimumWageIn('2026-10')).toBe(900);
  const right = await publish(months, 1_230);
  expect(minimumWageIn('2026-10')).toBe(1_230);
  expect(right.body.parameters.ruleVersion).toBe('salary-2026-10.c4');
  expect(right.body.replaces?.toSorted()).toEqual([first.id, ahead.id].toSorted());
  // Of other months nothing is replaced.
  expect((await publish({ from: '2027-01', until: '2027-12' }, 1_240)).body.replaces).toEqual([]);
});

const estimateOf = (month: string): PayrollParameters =>
  unwrap(findPayrollParameters(month, listPayrollVersions(listVersions())));
const text = { source: ' Arrêté du 20 décembre 2026 ', date: '2026-12-20' };

it('an estimate is published as it is, with the text that confirms it, and the year after it is estimated then', async () => {
  const estimate = estimateOf('2027-01');
  const confirmed = unwrap(await confirmEstimate(store, estimate, text));
  await until(() => store.find(confirmed.id) !== undefined);
  expect(confirmed).toMatchObject({
    status: 'published',
    body: {
      parameters: { ...estimate, ruleVersion: 'salary-2027-01.c1' },
      confirms: { ruleVersion: estimate.ruleVersion, source: 'Arrêté du 20 décembre 2026', date: '2026-12-20' },
    },
  });
  expect(['2027-12', '2028-01'].map((month) => estimateOf(month).ruleVersion)).toEqual([
    'salary-2027-01.c1',
    'salary-2027-01.c1 (estimation 2028-01)',
  ]);
  expect(await confirmEstimate(store, estimate, text)).toMatchObject({
    error: { code: 'salary.yearPublished', details: { version: 'salary-2027-01.c1' } },
  });
  expect(listVersions()).toHaveLength(1);
});

it('nothing is confirmed without a text and its day', async () => {
  for (const missing of [{ source: ' ' }, { date: '' }, { date: '2026-13-01' }]) {
    const refused = await confirmEstimate(store, estimateOf('2027-01'), { ...text, ...missing });
    expect(refused).toMatchObject({ error: { code: 'salary.sourceMissing' } });
  }
  expect(listVersions()).toEqual([]);
});

it('a draft begins as the estimate', async () => {
  const { ruleVersion, ...values } = estimateOf('2027-01');
  const { parameters } = unwrap(await draftPayrollVersion(store)).body;
  expect(parameters).toMatchObject(values);
  expect([ruleVersion, parameters.ruleVersion]).toEqual(['salary-2026-06.1 (estimation 2027-01)', 'salary-2027-01.c1']);
});

it('a version under which pays were decided is not replaced in their months, and nothing is written', async () => {
  const months = { from: '2026-10', until: '2026-12' };
  await publish(months, 1_225);
  const input = {
    ...{ period: '2026-11', weeklyMinutes: 2100, headcount: 10, isCadre: false, atmpRatePpm: 11_000 },
    ...{ mutuelleCents: 4000, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
  };
  const computation = unwrap(computeFromGross(input, 200_000, listPayrollVersions(listVersions())));
  const fields = { input, computation, account: { balanceCents: 500_000, availableCents: 400_000 } };
  const asked = { activityId: SAMPLE_ACTIVITY, date: '2026-11-26', pay: fields };
  const decided = { ...createStatement(sampleContext('awa.diallo', 'D2'), asked, hash), status: 'paid' };
  const { network } = store.parts.collections;
  if (network === undefined) throw new Error('the support team has it');
  unwrap(await writeRecords(network, [{ before: undefined, after: decided }], 'asGiven'));
  await until(() => store.find(decided.id) !== undefined);
  const draft = await draftOf(months, 1_230);
  expect(await publishPayrollVersion(store, draft)).toMatchObject({
    error: { code: 'salary.versionUsed', details: { version: 'salary-2026-10.c1', month: '2026-11' } },
  });
  expect(store.find(draft.id)).toEqual(draft);
  await publish({ from: '2026-12', until: '2026-12' }, 1_230);
});
