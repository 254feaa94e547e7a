import { expect, it } from 'vitest';
import type { RecordOf } from '../records/registry.ts';
import { checkReplacement } from './check-replacement.ts';

const version = (ruleVersion: string) => ({ body: { parameters: { ruleVersion } } }) as RecordOf<'payrollVersion'>;
const pay = (period: string, ruleVersion: string, status = 'paid') =>
  ({
    ...{ type: 'salaryStatement', status },
    body: { input: { period }, computation: { ruleVersion } },
  }) as RecordOf<'salaryStatement'>;
const year = { from: '2027-01', until: '2027-12' };
const used = 'salary-2027-01.c1';

it.each<[string, RecordOf<'salaryStatement'>[]]>([
  ['nothing', []],
  ['pays of other versions', [pay('2027-01', 'salary-2026-06.1 (estimation 2027-01)')]],
  ['pays of other months', [pay('2026-12', used), pay('2028-01', used)]],
  [
    'pays that wait or do not stand',
    ['requested', 'checked', 'refused', 'cancelled'].map((one) => pay('2027-01', used, one)),
  ],
])('nothing stands in the way of a version but pays decided under the replaced one: not %s', (_, pays) => {
  expect(checkReplacement(year, [version(used)], pays).ok).toBe(true);
});

it.each(['validated', 'paid'])(
  'pays that are %s under the replaced version keep it: the latest month is named',
  (status) => {
    const pays = [pay('2027-01', used, status), pay('2027-03', used, status), pay('2027-02', used, status)];
    expect(checkReplacement(year, [version('other'), version(used)], pays)).toMatchObject({
      error: { code: 'salary.versionUsed', details: { version: used, month: '2027-03' } },
    });
    expect(checkReplacement({ ...year, from: '2027-04' }, [version(used)], pays).ok).toBe(true);
  },
);
