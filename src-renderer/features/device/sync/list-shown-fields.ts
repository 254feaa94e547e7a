import { listOpenFields } from '../../../data/commands/device/settle-conflict.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { proofOf } from './describe-record.ts';

/**
 * The members in which two versions differ, as a person compares them: without the proof of a computation, and against a
 * draft without what its issue alone had filled in. All of them when nothing else is left.
 */
export function listShownFields(current: AnyRecord, kept: AnyRecord, clashed: readonly string[]): readonly string[] {
  const all = listOpenFields(current, kept, clashed);
  const proof = proofOf(current);
  const wasIssued = kept.status === 'draft' && current.status === 'issued';
  const shown = all.filter((field) => {
    if (proof.includes(field)) return false;
    return !wasIssued || field === 'status' || field === 'date' || !isEmpty(kept.body[field]);
  });
  return shown.length === 0 ? all : shown;
}

/** The members of a version that is looked at by itself. */
export function listFieldsOf(record: AnyRecord): readonly string[] {
  const proof = proofOf(record);
  return ['date', ...Object.keys(record.body).filter((field) => !proof.includes(field)), 'status'];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '';
}
