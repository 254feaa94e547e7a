import type { AnyRecord } from '../../shared/records/envelope.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { makeInvoice, makePayment, makeStatement, writeAs } from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

/** Who wrote what is final, and when, rewritten with the same content. */
export function listRewrittenCases(activity: string, member: string, support: string): ValidationCase[] {
  const stepped = (...statuses: string[]): AnyRecord => {
    const pay = makeStatement(member, activity);
    const steps = statuses.map((status) => ({ status, at: '2026-03-27T09:00:00.000Z', by: support }));
    const history = [...pay.body.history, ...steps];
    return { ...pay, status: statuses.at(-1) ?? pay.status, body: { ...pay.body, history } };
  };
  const finals = [
    { what: 'an issued invoice', record: (): AnyRecord => makeInvoice(member, activity, 'issued') },
    { what: 'a payment', record: (): AnyRecord => makePayment(member, activity, 1_000) },
    { what: 'a pay that waits', record: (): AnyRecord => stepped() },
    { what: 'a validated pay', record: (): AnyRecord => stepped('checked', 'validated') },
    { what: 'a paid pay', record: (): AnyRecord => stepped('checked', 'validated', 'paid') },
  ];
  const refusal = 'record.final';
  const rewritten = finals.flatMap(({ what, record }): ValidationCase[] => {
    const [other, later, edits, again, theirs] = [record(), record(), record(), record(), record()];
    const author = { user: member, device: 'D9' };
    return [
      {
        name: `${what} that names another device`,
        before: other,
        after: { ...other, updatedBy: author },
        refusal,
        by: 'member',
      },
      {
        name: `${what} of another moment`,
        before: later,
        after: { ...later, updatedAt: '2026-03-28T09:00:00.000Z' },
        refusal,
        by: 'member',
      },
      {
        name: `${what} with other edits`,
        before: edits,
        after: { ...edits, edits: ['E9', ...edits.edits] },
        refusal,
        by: 'member',
      },
      {
        name: `${what} written again by the support team`,
        before: theirs,
        after: reviseRecord(writeAs(support), theirs, {}),
        refusal,
        by: 'support',
      },
      { name: `${what} sent twice`, before: again, after: again, by: 'member' },
    ];
  });
  const imported: AnyRecord = createRecord(writeAs(member), {
    type: 'bankImport',
    activityId: activity,
    date: '2026-03-02',
    status: 'imported',
    body: {
      fileName: 'mars.csv',
      fileSha256: '0'.repeat(64),
      format: 'csv',
      account: 'FR76',
      importedCount: 1,
      alreadyThereCount: 0,
      leftOutCount: 0,
    },
  });
  const undone = reviseRecord(writeAs(member), imported, { status: 'undone' });
  return [
    ...rewritten,
    {
      name: 'an import undone and done again without a line',
      before: imported,
      after: reviseRecord(writeAs(member), undone, { status: 'imported' }),
      by: 'member',
    },
  ];
}
