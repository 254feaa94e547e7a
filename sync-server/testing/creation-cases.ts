import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { makeAbroadPay, makeCustomer, makeEntry, makeInvoice, makeStatement, writeAs } from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

type Pay = RecordOf<'salaryStatement'> | RecordOf<'abroadPay'>;

/** A pay with these steps after its request, as its status the last one. */
function withSteps(pay: Pay, steps: readonly { readonly status: string; readonly by: string }[], status?: string): Pay {
  const history = [...pay.body.history, ...steps.map((step) => ({ ...step, at: '2026-03-27T09:00:00.000Z' }))];
  return { ...pay, status: status ?? steps.at(-1)?.status ?? pay.status, body: { ...pay.body, history } } as Pay; // same type
}

/** How records come into being, and who made them afterwards. */
export function listCreationCases(activity: string, member: string, support: string): ValidationCase[] {
  const pay = (): Pay => makeStatement(member, activity);
  const validated = ['checked', 'validated'].map((status) => ({ status, by: support }));
  const taken = (record: AnyRecord): AnyRecord => ({ ...record, createdBy: writeAs('lea.morvan').author });
  const hidden = JSON.parse('{"__proto__":{"amountCents":1}}') as object;
  const fat = { zz: 'x'.repeat(16_000) };
  const fatten = (record: AnyRecord, more: object = fat): AnyRecord => ({
    ...record,
    body: { ...record.body, ...more },
  });
  const [large, larger] = [makeEntry(member, activity, 2_000), makeEntry(member, activity, 2_000)];
  const stepped = pay();
  const issued = makeInvoice(member, activity, 'issued');
  const mine = makeEntry(member, activity, 2_000);
  const [entry, other, checked] = [makeEntry(member, activity, 2_000), makeCustomer(member, activity), pay()];
  return [
    {
      name: 'an entry made fat by a member nobody knows',
      after: fatten(makeEntry(member, activity, 2_000)),
      by: 'member',
      refusal: 'record.tooLarge',
    },
    {
      name: 'one made fat beside its body',
      after: { ...makeEntry(member, activity, 2_000), ...fat },
      by: 'member',
      refusal: 'record.tooLarge',
    },
    {
      name: 'one made fat in who wrote it last',
      after: { ...mine, updatedBy: { ...mine.updatedBy, ...fat } },
      by: 'member',
      refusal: 'record.tooLarge',
    },
    { name: 'the same by the server', after: fatten(makeEntry(member, activity, 2_000)), by: 'server' },
    {
      name: 'a fat entry of before, voided',
      before: fatten(large),
      after: { ...fatten(large), status: 'voided', edits: ['VOIDED'] },
      by: 'member',
    },
    {
      name: 'a fat entry of before, made fatter',
      before: fatten(larger),
      after: fatten(larger, { ...fat, more: 1 }),
      by: 'member',
      refusal: 'record.tooLarge',
    },
    {
      name: 'an invoice with as many lines as it may have',
      after: fatten(makeInvoice(member, activity, 'draft'), fat),
      by: 'member',
    },
    {
      name: 'a pay stepped and taken over at once',
      before: stepped,
      after: {
        ...withSteps(stepped, [{ status: 'cancelled', by: member }]),
        createdBy: writeAs('lea.morvan').author,
      },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a new pay that is validated in its history alone',
      after: withSteps(pay(), validated, 'requested'),
      by: 'member',
      refusal: 'record.transition',
    },
    {
      name: 'a new pay with the steps of the support team',
      after: withSteps(pay(), validated),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'the same abroad',
      after: withSteps(makeAbroadPay(member, activity), validated),
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'a pay asked by the support team',
      after: makeStatement(support, activity),
      by: 'support',
      refusal: 'record.forbidden',
    },
    {
      name: 'a pay asked and decided by the support team in one write',
      after: withSteps(makeStatement(support, activity), [...validated, { status: 'paid', by: support }]),
      by: 'support',
      refusal: 'record.forbidden',
    },
    {
      name: 'the same copied by the server',
      after: withSteps(makeStatement(support, activity), validated),
      by: 'server',
    },
    {
      name: 'a pay abroad asked by the support team',
      after: makeAbroadPay(support, activity),
      by: 'support',
      refusal: 'record.forbidden',
    },
    {
      name: 'a new pay asked in somebody else’s name',
      after: {
        ...pay(),
        body: { ...pay().body, history: [{ status: 'requested', at: checked.createdAt, by: support }] },
      },
      by: 'member',
      refusal: 'record.forbidden',
    },
    {
      name: 'a pay asked and withdrawn without a line',
      after: withSteps(pay(), [{ status: 'cancelled', by: member }]),
      by: 'member',
    },
    {
      name: 'a step in somebody else’s name',
      before: checked,
      after: { ...withSteps(checked, [{ status: 'checked', by: 'lea.morvan' }]), updatedBy: writeAs(support).author },
      by: 'support',
      refusal: 'record.forbidden',
    },
    {
      name: 'an entry written and voided without a line',
      after: { ...makeEntry(member, activity, 2_000), status: 'voided' },
      by: 'member',
    },
    {
      name: 'an invoice written and issued without a line',
      after: makeInvoice(member, activity, 'issued'),
      by: 'member',
    },
    {
      name: 'an entry made by somebody else afterwards',
      before: entry,
      after: taken(entry),
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a member that only a device has',
      after: other,
      extra: { isPending: true },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a member that no comparison would see, in what is final',
      before: issued,
      after: { ...issued, body: { ...issued.body, ...hidden } },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'the same in the name of who made a record',
      before: mine,
      after: { ...mine, createdBy: { ...mine.createdBy, ...hidden } },
      by: 'member',
      refusal: 'record.invalid',
    },
    // Half a character does not come to the rules: CouchDB itself refuses the whole request, the front its row.
    {
      name: 'a null in a text',
      after: { ...mine, id: 'ledgerEntry:NULL', body: { ...mine.body, label: 'a \0 null' } },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'the same copied by the server, as a version before took it',
      after: { ...mine, id: 'ledgerEntry:NULL2', body: { ...mine.body, label: 'a \0 null' } },
      by: 'server',
    },
    {
      name: 'an amount in no currency',
      after: { ...entry, id: 'ledgerEntry:ZZZ', body: { ...entry.body, currency: 'ZZZ' } },
      by: 'member',
      refusal: 'record.invalid',
    },
    {
      name: 'a receipt larger than any',
      after: { ...entry, id: 'ledgerEntry:BIG', body: { ...entry.body, sizeBytes: 1e14 } },
      by: 'member',
      refusal: 'record.invalid',
    },
  ];
}
