import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { listClosingCases, listIssueCases } from './closing-cases.ts';
import { listCreationCases } from './creation-cases.ts';
import { listKeptVersionCases } from './kept-version-cases.ts';
import { listMomentCases } from './moment-cases.ts';
import { listOwnIdCases } from './own-id-cases.ts';
import { listReplicatedCases } from './replicated-cases.ts';
import { listRewrittenCases } from './rewritten-cases.ts';
import { listSettingsCases } from './settings-cases.ts';
import {
  makeAbroadPay,
  makeCustomer,
  makeEntry,
  makeInvoice,
  makeStatement,
  sealStatement,
  writeAs,
} from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

export const ACTIVITY = '01HK153X0173FHWT6W4MS9X6BE';
export const MEMBER = 'ada.fall';
export const SUPPORT = 'nadia.roy';

const ELSEWHERE = '01HK153X014ZQ906MTVNH4K53B';

/** Whose records the cases are. */
export interface CasePeople {
  readonly activity: string;
  readonly member: string;
  readonly support: string;
}

export const PEOPLE: CasePeople = { activity: ACTIVITY, member: MEMBER, support: SUPPORT };

/** The table that runs as a plain function and inside the database's JavaScript engine. */
export function listValidationCases({ activity, member, support }: CasePeople): ValidationCase[] {
  const customer = makeCustomer(member, activity);
  const draft = makeInvoice(member, activity, 'draft');
  const issued = makeInvoice(member, activity, 'issued');
  const statement = makeStatement(member, activity);
  const revise = <R extends AnyRecord>(record: R, change: Parameters<typeof reviseRecord<R>>[2], by = member): R =>
    reviseRecord(writeAs(by), record, change);
  const payroll = statement.body.totals;
  const fresh = (): RecordOf<'salaryStatement'> => makeStatement(member, activity);
  const stepOf = (pay: RecordOf<'salaryStatement'> | RecordOf<'abroadPay'>, status: string, by: string): AnyRecord => {
    const history = [...pay.body.history, { status, at: '2026-03-27T09:00:00.000Z', by }];
    return revise<AnyRecord>(pay, { status, body: { ...pay.body, history } }, by);
  };
  const step = (status: string, by: string): AnyRecord => stepOf(statement, status, by);
  const steps = (...statuses: string[]): AnyRecord => {
    const added = statuses.map((status) => ({ status, at: '2026-03-27T09:00:00.000Z', by: support }));
    const body = { ...statement.body, history: [...statement.body.history, ...added] };
    return revise<AnyRecord>(statement, { status: statuses.at(-1) ?? '', body }, support);
  };
  const voided = (): AnyRecord => revise(makeInvoice(member, activity, 'draft'), { status: 'voided' });
  const abroad = makeAbroadPay(member, activity);
  const checkedAbroad = makeAbroadPay(member, activity);
  return [
    { name: 'a new customer', after: customer, by: 'member' },
    {
      name: 'a new customer by the support team in its own name',
      after: makeCustomer(support, activity),
      by: 'support',
    },
    { name: 'an entry with the VAT in its amount', after: makeEntry(member, activity, 2_000), by: 'member' },
    {
      name: 'an entry with one cent of VAT more',
      after: makeEntry(member, activity, 2_001),
      by: 'member',
      refusal: 'record.invalid',
    },
    { name: 'somebody else’s name', after: makeCustomer(support, activity), by: 'member', refusal: 'record.forbidden' },
    {
      name: 'a body that does not fit',
      after: { ...makeCustomer(member, activity), body: { name: '' } },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'the same by the server',
      after: { ...makeCustomer(member, activity), body: { name: '' } },
      by: 'server',
      refusal: 'record.invalid',
    },
    {
      name: 'an unknown type',
      after: { ...customer, id: 'spell:1', type: 'spell' },
      by: 'member',
      refusal: 'record.unknownType',
    },
    {
      name: 'a newer schema',
      after: { ...makeCustomer(member, activity), schemaVersion: 99 },
      by: 'member',
      refusal: 'record.tooNew',
    },
    {
      name: 'another body over a record of a newer schema',
      before: { ...makeCustomer(member, activity), schemaVersion: 2 },
      after: revise(customer, { body: { ...customer.body, name: 'Autre' } }),
      by: 'member',
      refusal: 'record.tooNew',
    },
    {
      name: 'a record of the same activity spelled otherwise',
      after: makeCustomer(member, activity.toLowerCase()),
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'another activity’s record',
      after: makeCustomer(member, ELSEWHERE),
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a record of another database',
      after: {
        ...customer,
        id: 'syncMark:1',
        type: 'syncMark',
        body: { account: 'a', lastSeenAt: customer.createdAt, day: customer.date },
      },
      by: 'server',
      refusal: 'record.invalid',
    },
    {
      name: 'a deletion',
      before: makeCustomer(member, activity, 'À effacer'),
      after: makeCustomer(member, activity),
      extra: { _deleted: true },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a member `id` inside',
      after: makeCustomer(member, activity),
      extra: { id: 'customer:X' },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a verdict by a member',
      after: {
        ...customer,
        id: 'verdict:2',
        type: 'verdict',
        status: 'verified',
        body: {
          recordId: issued.id,
          recordDigest: '0'.repeat(64),
          checkedAt: customer.createdAt,
          ruleVersion: 'x',
          differences: [],
        },
      },
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'an edit of a customer',
      before: makeCustomer(member, activity),
      after: revise(customer, { status: 'voided' }),
      by: 'member',
    },
    {
      name: 'a changed creation date',
      before: makeCustomer(member, activity),
      after: { ...customer, createdAt: '2020-01-01T00:00:00.000Z' },
      by: 'member',
      refusal: 'record.invalid',
    },
    { name: 'a pay abroad', after: makeAbroadPay(member, activity), by: 'member' },
    {
      name: 'a pay abroad that pays more than its lines leave',
      after: { ...abroad, body: { ...abroad.body, paidMinor: abroad.body.paidMinor + 1 } },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a pay abroad validated by the member',
      before: abroad,
      after: stepOf(abroad, 'checked', member),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'a pay abroad checked by the support team',
      before: checkedAbroad,
      after: stepOf(checkedAbroad, 'checked', support),
      by: 'support',
    },
    { name: 'a draft invoice', after: draft, by: 'member' },
    {
      name: 'a draft that is issued',
      before: makeInvoice(member, activity, 'draft'),
      after: { ...issued, status: 'issued' },
      by: 'member',
    },
    { name: 'an issued invoice', after: makeInvoice(member, activity, 'issued'), by: 'member' },
    {
      name: 'a wrong total',
      after: {
        ...makeInvoice(member, activity, 'issued'),
        body: { ...issued.body, totals: { ...issued.body.totals, grossCents: issued.body.totals.grossCents + 1 } },
      },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a wrong total by the server',
      after: {
        ...makeInvoice(member, activity, 'issued'),
        body: { ...issued.body, totals: { ...issued.body.totals, grossCents: 1 } },
      },
      by: 'server',
    },
    {
      name: 'an issued invoice without its proof',
      after: { ...makeInvoice(member, activity, 'issued'), body: draft.body },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a change of an issued invoice',
      before: issued,
      after: revise(issued, { body: { ...issued.body, subject: 'Autre' } }),
      by: 'member',
      refusal: 'record.final',
    },
    {
      name: 'the same by the support team',
      before: makeInvoice(member, activity, 'issued'),
      after: revise(issued, { body: { ...issued.body, subject: 'Autre' } }, support),
      by: 'support',
      refusal: 'record.final',
    },
    {
      name: 'an issued invoice back to draft',
      before: makeInvoice(member, activity, 'issued'),
      after: revise(issued, { status: 'draft' }),
      by: 'member',
      refusal: 'record.transition',
    },
    { name: 'a draft restored, edited and issued without a line', before: voided(), after: issued, by: 'member' },
    {
      name: 'the same without its proof',
      before: voided(),
      after: { ...issued, body: draft.body },
      by: 'member',
      refusal: 'record.invalid',
    },
    { name: 'a pay that follows from its gross', after: fresh(), by: 'member' },
    {
      name: 'a pay with one cent more',
      after: sealStatement({
        ...fresh(),
        body: { ...statement.body, totals: { ...payroll, netBeforeTaxCents: payroll.netBeforeTaxCents + 1 } },
      }),
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a pay with a foreign seal',
      after: { ...fresh(), body: { ...statement.body, seal: 'f'.repeat(64) } },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a pay for a month without parameters',
      after: sealStatement({
        ...fresh(),
        body: { ...statement.body, input: { ...statement.body.input, period: '2019-03' } },
      }),
      by: 'member',
      refusal: 'record.invalid',
    },
    { name: 'a check by the support team', before: statement, after: step('checked', support), by: 'support' },
    {
      name: 'a check by the member',
      before: fresh(),
      after: step('checked', member),
      by: 'member',
      refusal: 'record.forbidden',
    },
    { name: 'a cancellation by the member', before: fresh(), after: step('cancelled', member), by: 'member' },
    {
      name: 'a step that skips one',
      before: fresh(),
      after: step('paid', support),
      by: 'support',
      refusal: 'record.transition',
    },
    {
      name: 'two steps taken without a line',
      before: fresh(),
      after: steps('checked', 'validated'),
      by: 'support',
    },
    {
      name: 'two steps in the wrong order',
      before: fresh(),
      after: steps('validated', 'checked'),
      by: 'support',
      refusal: 'record.final',
    },
    {
      name: 'new figures with a step',
      before: fresh(),
      after: { ...step('checked', support), body: { ...statement.body, totals: { ...payroll, totalCostCents: 1 } } },
      by: 'support',
      refusal: 'record.final',
    },
    ...listRewrittenCases(activity, member, support),
    ...listSettingsCases(activity, member, support),
    ...listClosingCases(activity, member, support),
    ...listIssueCases(activity, member),
    ...listCreationCases(activity, member, support),
    ...listOwnIdCases(activity, member),
    ...listKeptVersionCases(activity, member, support),
    ...listMomentCases(activity, member),
    ...listReplicatedCases(activity, member, support),
  ];
}

/** The attempted record under the identity of the one it follows. */
export function followUp({ before, after }: ValidationCase): AnyRecord {
  if (before === undefined || before.id === after.id) return after;
  const { id, createdBy } = before;
  const isIdentityTest = after.createdAt !== before.createdAt;
  const moved = { ...after, id, createdBy, createdAt: isIdentityTest ? after.createdAt : before.createdAt };
  // A follow-up keeps the body of its own predecessor where only the identity was borrowed.
  const { seal } = before.body;
  return typeof seal === 'string' && moved.type === 'salaryStatement'
    ? { ...moved, body: { ...moved.body, seal } }
    : moved;
}
