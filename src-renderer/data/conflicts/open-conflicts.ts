import type { AccountInfo } from '../../../shared/access/account-info.ts';
import type { RecordOf } from '../../../shared/records/registry.ts';
import { isRetired } from '../../../shared/records/retired.ts';
import { isRecordType, RECORD_TYPES } from '../../../shared/records/registry.ts';

/** Whether a kept version waits for this person: it is open, and of a record they may write. */
export function waitsForChoice(copy: RecordOf<'conflictCopy'>, role: AccountInfo['role']): boolean {
  const { type } = copy.body.copy;
  if (copy.status !== 'open') return false;
  if (typeof type !== 'string' || !isRecordType(type)) return true;
  // Of what is written no more, the support team may still read what was typed.
  return isRetired(type) ? role === 'supportTeam' : RECORD_TYPES[type].writers.includes(role);
}
