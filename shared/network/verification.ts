import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOneOf } from '../records/record-facts.ts';
import { isOfType, isRecordType, RECORD_TYPES } from '../records/registry.ts';

/** How far the server's own recomputation has come for one activity. */
export interface Verification {
  readonly verifiedCount: number;
  readonly mismatchCount: number;
  /** Pays and issued invoices without a verdict yet. */
  readonly waitingCount: number;
}

/** What the verification of an activity comes to: one mismatch outweighs everything, no verdict at all is `none`. */
export type VerificationState = 'mismatch' | 'waiting' | 'verified' | 'none';

/** Whether the server gives a verdict on a record: its figures left the device for good. */
export function isJudged(record: AnyRecord): boolean {
  return isRecordType(record.type) && isOneOf(RECORD_TYPES[record.type].judged, record.status);
}

/** Verdicts by the id of the record they are about; should there be two on one record, the one that found a difference. */
export function verdictsByRecord(records: Iterable<AnyRecord>): ReadonlyMap<string, RecordOf<'verdict'>> {
  const verdicts = new Map<string, RecordOf<'verdict'>>();
  for (const record of records) {
    if (!isOfType(record, 'verdict')) continue;
    const { recordId } = record.body;
    if (verdicts.get(recordId)?.status !== 'mismatch') verdicts.set(recordId, record);
  }
  return verdicts;
}

/** Counts the verdicts of one activity. A verdict whose record is gone counts too: the server calls it a mismatch. */
export function countVerdicts(records: readonly AnyRecord[]): Verification {
  const verdicts = verdictsByRecord(records);
  let mismatchCount = 0;
  for (const verdict of verdicts.values()) if (verdict.status === 'mismatch') mismatchCount += 1;
  const waitingCount = records.filter((record) => isJudged(record) && !verdicts.has(record.id)).length;
  return { verifiedCount: verdicts.size - mismatchCount, mismatchCount, waitingCount };
}

/** The state that stands for all verdicts of an activity. */
export function verificationState({ verifiedCount, mismatchCount, waitingCount }: Verification): VerificationState {
  if (mismatchCount > 0) return 'mismatch';
  if (verifiedCount > 0) return waitingCount > 0 ? 'waiting' : 'verified';
  return 'none';
}
