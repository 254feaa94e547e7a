import { expect, it } from 'vitest';
import { SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import { COOPERATIVE } from '../../shared/access/database-names.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { PayrollVersionBody } from '../../shared/records/payroll-version.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { estimateAfter, withEstimates } from '../../shared/pay/estimated-parameters.ts';
import { PAYROLL_PARAMETERS } from '../../shared/salary/find-parameters.ts';
import { PARAMETERS_2026_06 } from '../../shared/salary/parameters-2026.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import { toDocument } from '../couch/stored-record.ts';
import { hash } from '../data-folder/hash.ts';
import { writeAs } from '../testing/test-records.ts';
import { SUPPORT } from '../testing/validation-cases.ts';
import { judgeWrite } from './validation.ts';

const OWN: PayrollParameters = {
  ...PARAMETERS_2026_06,
  from: '2026-10',
  until: '2026-12',
  ruleVersion: 'salary-2026-10.c1',
};

function make(parameters: PayrollParameters, status = 'draft'): RecordOf<'payrollVersion'> {
  const body = { parameters: structuredClone(parameters), reason: 'Relevé' } as unknown as PayrollVersionBody;
  const fields = { type: 'payrollVersion', activityId: COOPERATIVE, date: '2026-09-01', status } as const;
  return createRecord(writeAs(SUPPORT), { ...fields, body });
}

/** The path of the refusal, or `ok`. */
function judge(before: AnyRecord | undefined, after: AnyRecord, published: PublishedRules = BUILT_IN_RULES): unknown {
  const writer = { name: SUPPORT, roles: [SUPPORT_TEAM_ROLE] };
  const documents = { before: before === undefined ? null : toDocument(before), after: toDocument(after) };
  const judged = judgeWrite({ kind: 'commons', database: 'commons', ...documents, writer }, hash, published);
  return judged.ok ? 'ok' : [judged.error.code, judged.error.details?.['path']];
}

const refused = (path: string) => ['salary.invalidParameters', path];
const doubled = OWN.contributions.flatMap((one) => (one.code === 'health' ? [one, one] : [one]));

it.each<[string, Partial<PayrollParameters>, string]>([
  [
    'no minimum wage',
    { minimumWageHourlyCents: { ...OWN.minimumWageHourlyCents, value: 0 } },
    'minimumWageHourlyCents.value',
  ],
  ['an end before its beginning', { until: '2026-09' }, 'until'],
  ['months of other years', { until: '2099-12' }, 'until'],
  ['a name of other months', { ruleVersion: 'salary-2026-06.c1' }, 'ruleVersion'],
  [
    'the name of one that comes with Sillon',
    { from: '2026-06', ruleVersion: PARAMETERS_2026_06.ruleVersion },
    'ruleVersion',
  ],
  ['a contribution twice', { contributions: doubled }, 'contributions.employer.health'],
  ['a main contribution forgotten', { contributions: OWN.contributions.slice(-1) }, 'contributions.health'],
])('nobody publishes parameters with %s, at once or from a draft', (_, change, path) => {
  const parameters = { ...OWN, ...change };
  expect(judge(undefined, make(parameters, 'published'))).toEqual(refused(path));
  const draft = make(parameters);
  expect(judge(undefined, draft)).toBe('ok');
  expect(judge(draft, reviseRecord(writeAs(SUPPORT), draft, { status: 'published' }))).toEqual(refused(path));
});

const ESTIMATE = estimateAfter(PARAMETERS_2026_06);
const confirming = (parameters: Partial<PayrollParameters> = {}, ruleVersion = ESTIMATE.ruleVersion) => {
  const version = make({ ...ESTIMATE, ruleVersion: 'salary-2027-01.c1', ...parameters }, 'published');
  const confirms = { ruleVersion, source: 'Arrêté du 20 décembre 2026', date: '2026-12-20' };
  return { ...version, body: { ...version.body, confirms } };
};

it('an estimate is confirmed as it is', () => {
  expect(judge(undefined, confirming())).toBe('ok');
});

it.each<[string, AnyRecord]>([
  [
    'another value',
    confirming({ socialSecurityCeilingEuros: { ...ESTIMATE.socialSecurityCeilingEuros, value: 4100 } }),
  ],
  ['other months', confirming({ until: '2027-11' })],
  ['months that nobody estimates', confirming({ from: '2028-01', until: '2028-12', ruleVersion: 'salary-2028-01.c1' })],
  ['the name of a published version', confirming({}, PARAMETERS_2026_06.ruleVersion)],
  ['the name of another estimate', confirming({}, 'salary-2026-06.c9 (estimation 2027-01)')],
])('nobody confirms an estimate with %s', (_, version) => {
  expect(judge(undefined, version)).toEqual(['salary.notTheEstimate', undefined]);
});

it('an estimate is confirmed once, and not when its months are published', () => {
  const published = { ...ESTIMATE, ruleVersion: 'salary-2027-01.c9' };
  const known = { ...BUILT_IN_RULES, versions: withEstimates([...PAYROLL_PARAMETERS, published]) };
  expect(judge(undefined, confirming(), known)).toEqual(['salary.yearPublished', undefined]);
  const december = { ...published, from: '2027-12' };
  const partly = { ...BUILT_IN_RULES, versions: withEstimates([...PAYROLL_PARAMETERS, december]) };
  expect(judge(undefined, confirming(), partly)).toEqual(['salary.yearPublished', undefined]);
});

it('sound ones are published, under a name that no other has', () => {
  const version = make(OWN, 'published');
  expect(judge(undefined, version)).toBe('ok');
  const known = { ...BUILT_IN_RULES, versions: [...BUILT_IN_RULES.versions, OWN] };
  expect(judge(undefined, version, known)).toEqual(refused('ruleVersion'));
  // What was published stays writable as it is, whatever is known meanwhile.
  expect(judge(version, version, known)).toBe('ok');
});
