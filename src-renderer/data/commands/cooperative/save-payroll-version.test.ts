import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { COOPERATIVE } from '../../../../shared/access/database-names.ts';
import { unwrap } from '../../../../shared/core/result.ts';
import { listPayrollVersions } from '../../../../shared/pay/payroll-versions.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { createRecord } from '../../../../shared/records/write-record.ts';
import { findPayrollParameters } from '../../../../shared/salary/find-parameters.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import type { BookStore } from '../../book-store.ts';
import { writeRecords } from '../../storage-access.ts';
import { until } from '../../testing/fresh-store.ts';
import { openSupportStore } from '../../testing/open-support-store.ts';
import { draftPayrollVersion, publishPayrollVersion, savePayrollDraft } from './save-payroll-version.ts';

type Version = RecordOf<'payrollVersion'>;

let store: BookStore;
beforeEach(async () => {
  store = await openSupportStore(() => '2026-09-10T09:00:00.000Z', {});
});
afterEach(() => store.close());

const listVersions = (): Version[] => [...store.image('commons').list('payrollVersion')];

/** Draws up, changes and publishes a version of these months with a minimum wage of so many cents. */
async function publish(months: { from: string; until: string }, cents: number): Promise<Version> {
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
