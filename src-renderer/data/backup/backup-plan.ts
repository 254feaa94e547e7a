import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../../shared/access/check-authority.ts';
import { checkContent } from '../../../shared/record-rules/check-content.ts';
import { checkTransition } from '../../../shared/records/check-transition.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import { isRecordType, RECORD_TYPES } from '../../../shared/records/registry.ts';
import { isUnderstood } from '../../../shared/records/understood.ts';
import type { WriteContext } from '../../../shared/records/write-record.ts';
import { listDifferingFields } from '../../../shared/sync/decide-conflict.ts';
import type { BackupRow } from './backup-format.ts';

/** What a restore does with one record of a backup, given what stands in the store. */
export type RestoreStep =
  | { readonly kind: 'add' | 'update'; readonly record: AnyRecord }
  /** The store already has this version or a later one. */
  | { readonly kind: 'keep' }
  /** Both changed apart from each other: the store's stays, the backup's is kept beside it. */
  | { readonly kind: 'copy'; readonly record: AnyRecord; readonly fields: readonly string[] }
  /** The record does not fit its own type and would break the screens. */
  | { readonly kind: 'leaveOut' }
  /** Members never write it: a file could give it an author it does not have, the server cannot. */
  | { readonly kind: 'fromServer' };

/** Who reads a backup, and whether the account's own seal was found on it. */
interface Reading {
  readonly role: string;
  readonly isSealed: boolean;
}

/** Decides by ancestry, never by the clock; nothing that stands in the store is lost. */
export function planRestore(
  stored: AnyRecord | undefined,
  { database, record }: BackupRow,
  { role, isSealed }: Reading,
): RestoreStep {
  if (isRecordType(record.type) && !isWriter(record.type, MEMBER_ROLE)) return { kind: 'fromServer' };
  if (!isInPlace(record.type, database) || !fits(record)) return { kind: 'leaveOut' };
  if (stored === undefined) return { kind: 'add', record };
  const savedNewest = record.edits[0] ?? '';
  if (stored.edits.includes(savedNewest) || isOlderOnServer(record, stored)) return { kind: 'keep' };
  const isLater = isSealed && record.edits.includes(stored.edits[0] ?? '');
  // Of what this version does not understand no step is judged here; the server did, or will.
  if (isLater && (!isUnderstood(record) || checkTransition(stored, record).ok)) {
    const rev = revisionNumber(stored.rev) > revisionNumber(record.rev) ? stored.rev : record.rev;
    return { kind: 'update', record: { ...record, rev } };
  }
  const fields = listDifferingFields(record, stored);
  const isKeepable = database === 'book' && record.type !== 'conflictCopy' && isWriter(record.type, role);
  return fields.length === 0 || !isKeepable ? { kind: 'keep' } : { kind: 'copy', record, fields };
}

/**
 * A record of a file that nobody here can check, as this device's own work that waits for the server: written now by who
 * vouches for the file, of no revision, and descending from nothing. Where the server has the record, its own stands and
 * what differs becomes a copy to settle; where it has it not, its rules judge.
 */
export function asOwnEdit({ author, clock }: WriteContext, record: AnyRecord): AnyRecord {
  const written = { updatedAt: clock(), updatedBy: author, rev: '', isPending: true };
  return { ...record, ...written, edits: record.edits.slice(0, 1) };
}

/** The support team's copies hold what belongs into books and into personal databases. */
function isInPlace(type: string, database: string): boolean {
  const isOfCopies = database === 'network' || database === 'office';
  return !isRecordType(type) || isOfCopies || RECORD_TYPES[type].database === database;
}

/** What a newer Sillon wrote is kept as it is, but schemas only grow: it fits this version's as well. Texts come back as they were. */
export function fits(record: AnyRecord): boolean {
  const check = checkContent(record, false);
  if (check.ok) return true;
  if (check.error.code !== 'record.tooNew' || !isRecordType(record.type)) return check.error.code !== 'record.invalid';
  return fits({ ...record, schemaVersion: RECORD_TYPES[record.type].version });
}

/** Only twelve edits are kept; beyond that the server's line of revisions tells that the saved one came first. */
function isOlderOnServer(saved: AnyRecord, stored: AnyRecord): boolean {
  return saved.isPending !== true && saved.rev !== '' && revisionNumber(stored.rev) > revisionNumber(saved.rev);
}

function revisionNumber(rev: string): number {
  return rev === '' ? 0 : Number.parseInt(rev, 10);
}

function isWriter(type: string, role: string): boolean {
  return (
    isRecordType(type) && RECORD_TYPES[type].writers.includes(role === SUPPORT_TEAM_ROLE ? 'supportTeam' : 'member')
  );
}
