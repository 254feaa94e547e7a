import { expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { createRecord } from '../../shared/records/write-record.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { findVerdict, verdictId } from './verdict-store.ts';

function verdictOn(recordId: string): RecordOf<'verdict'> {
  const judged = { recordDigest: 'a'.repeat(64), checkedAt: '2026-03-26T09:00:00.000Z', ruleVersion: '' };
  return createRecord(sampleContext(), {
    type: 'verdict',
    id: verdictId(recordId),
    activityId: 'A',
    date: '2026-03-12',
    status: 'verified',
    body: { recordId, ...judged, differences: [] },
  });
}

it.each([
  ['of the usual length', '01J0000000000000000000AAAA'],
  ['of the longest', 'x'.repeat(36)],
])('records of two types whose ids are else the same %s each have a verdict of their own', (_, tail) => {
  const [invoice, creditNote] = [`invoice:${tail}`, `creditNote:${tail}`];
  const onInvoice = verdictOn(invoice);
  const verdicts = new Map([[onInvoice.id, onInvoice]]);
  expect(findVerdict(verdicts, invoice)).toMatchObject({ verdict: onInvoice, heldBy: undefined });
  expect(findVerdict(verdicts, creditNote)).toEqual({
    verdict: undefined,
    heldBy: undefined,
    freeId: verdictId(creditNote),
  });
  expect(verdictId(creditNote)).not.toBe(onInvoice.id);
});
