import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/registry.ts';
import { createRecord } from '../records/write-record.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleInvoice } from '../testing/sample-records.ts';
import { countVerdicts, verdictsByRecord, verificationState } from './verification.ts';

const context = sampleContext();
const issued = () => ({
  ...sampleInvoice(context, { date: '2026-03-01', netCents: 100, vatCents: 20 }),
  status: 'issued',
});

function verdict(recordId: string, status: 'verified' | 'mismatch'): RecordOf<'verdict'> {
  const body = {
    recordId,
    recordDigest: '0'.repeat(64),
    checkedAt: '2026-03-02T08:00:00.000Z',
    ruleVersion: 'invoice-1',
    differences: [],
  };
  return createRecord(context, { type: 'verdict', activityId: 'A', date: '2026-03-01', status, body });
}

describe('countVerdicts', () => {
  it('counts verdicts, what still waits for one, and not what never gets one', () => {
    const [good, bad, waiting] = [issued(), issued(), issued()];
    const draft = sampleInvoice(context, { date: '2026-03-01', netCents: 100, vatCents: 20 });
    const records = [good, bad, waiting, draft, verdict(good.id, 'verified'), verdict(bad.id, 'mismatch')];
    expect(countVerdicts(records)).toEqual({ verifiedCount: 1, mismatchCount: 1, waitingCount: 1 });
  });

  it('counts the verdict on a record that is gone', () => {
    expect(countVerdicts([verdict('invoice:gone', 'mismatch')])).toEqual({
      verifiedCount: 0,
      mismatchCount: 1,
      waitingCount: 0,
    });
  });
});

it('finds the verdict of a record', () => {
  const found = verdict('invoice:1', 'verified');
  expect(verdictsByRecord([issued(), found]).get('invoice:1')).toBe(found);
});

it.each([
  [{ verifiedCount: 9, mismatchCount: 1, waitingCount: 0 }, 'mismatch'],
  [{ verifiedCount: 9, mismatchCount: 0, waitingCount: 1 }, 'waiting'],
  [{ verifiedCount: 9, mismatchCount: 0, waitingCount: 0 }, 'verified'],
  [{ verifiedCount: 0, mismatchCount: 0, waitingCount: 3 }, 'none'],
])('%o comes to %s', (verification, state) => {
  expect(verificationState(verification)).toBe(state);
});
