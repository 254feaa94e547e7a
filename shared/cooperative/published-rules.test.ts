import { expect, it } from 'vitest';
import { BUILT_IN_VERSIONS } from '../pay/payroll-versions.ts';
import { PARAMETERS_2026_06 } from '../salary/parameters-2026.ts';
import { NEEDED_SUBJECTS } from './settings-parts.ts';
import { BUILT_IN_RULES, publishRules } from './published-rules.ts';
import { listing, makeCooperative, makeRecord, makeSettings } from './rules.test-support.ts';

const ALL = makeCooperative({ formerIbans: ['FR76'], closedThrough: '2025-06' });
const SELLER = { siren: ALL.siren, ibans: [ALL.iban, 'FR76'] };
const records = makeSettings(ALL);

it.each(NEEDED_SUBJECTS)('months stay closed while %s is taken back or missing', (needed) => {
  const others = records.filter(({ type }) => type !== needed);
  const voided = records.map((record) => (record.type === needed ? { ...record, status: 'voided' } : record));
  for (const left of [others, voided]) {
    expect(publishRules(listing(left))).toMatchObject({ closedThrough: '2025-06' });
    expect(publishRules(listing(left)).seller).toEqual(needed === 'cooperativeIdentity' ? undefined : SELLER);
  }
});

it('money may come to the account of today, where there was no other', () => {
  const { formerIbans: _none, ...identity } = ALL;
  expect(publishRules(listing(makeSettings(identity))).seller).toEqual({ siren: ALL.siren, ibans: [ALL.iban] });
});

it('payroll parameters are those of Sillon, those the cooperative published, and what is estimated after them', () => {
  expect(BUILT_IN_RULES.versions).toBe(BUILT_IN_VERSIONS);
  const parameters = { ...PARAMETERS_2026_06, ruleVersion: 'salary-2026-06.coop' };
  const version = { ...makeRecord('payrollVersion', { parameters }), status: 'published' };
  const { versions } = publishRules(listing([version]));
  expect(versions.at(-1)).toBe(parameters);
  expect(versions.findLast(({ from }) => from === '2027-01')?.ruleVersion).toBe(
    'salary-2026-06.coop (estimation 2027-01)',
  );
});

it('months are open and nobody sells while nothing says otherwise; what the record of before says counts', () => {
  const nothing = publishRules(listing([]));
  expect([nothing.closedThrough, nothing.seller, 'closedThrough' in nothing, 'seller' in nothing]).toEqual([
    ...[undefined, undefined],
    ...[false, false],
  ]);
  const former = { ...makeRecord('cooperativeSettings', ALL), id: 'cooperativeSettings:main' };
  expect(publishRules(listing([former]))).toMatchObject({ closedThrough: '2025-06', seller: SELLER, former: ALL });
  expect(publishRules(listing([former, makeRecord('closing', {})])).closedThrough).toBeUndefined();
});
