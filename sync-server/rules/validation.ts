import { bookDatabase } from '../../shared/access/database-names.ts';
import type { Writer } from '../../shared/access/check-authority.ts';
import { checkAuthority, SERVER_ROLE } from '../../shared/access/check-authority.ts';
import { checkClosedMonths } from '../../shared/cooperative/closed-months.ts';
import { checkIssued } from '../../shared/billing/check-issued.ts';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Hasher } from '../../shared/core/ports.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { checkCreation } from '../../shared/records/check-creation.ts';
import { checkMoments } from '../../shared/records/check-moments.ts';
import { checkRecord } from '../../shared/records/check-record.ts';
import { checkSize } from '../../shared/records/check-size.ts';
import { checkSuccession } from '../../shared/records/check-succession.ts';
import { checkTransition } from '../../shared/records/check-transition.ts';
import { DEVICE_MEMBER } from '../../shared/records/device-member.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import { checkClosedSettings } from '../../shared/cooperative/closed-settings.ts';
import { checkOwnId } from '../../shared/record-rules/own-id.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import { checkFigures } from '../../shared/record-rules/check-figures.ts';
import { toRecordValue } from '../couch/stored-record.ts';

type Document = Readonly<Record<string, unknown>>;

/** A write as CouchDB's `validate_doc_update` sees it. */
export interface AttemptedWrite {
  readonly kind: DatabaseName;
  /** Name of the database, when CouchDB tells it. */
  readonly database: string | undefined;
  readonly before: Document | null;
  readonly after: Document;
  readonly writer: Writer;
}

/**
 * Whether the database takes a document: structure for everybody; then, except for the server itself, an edit of what is
 * stored, life cycle, authority, closed months and recomputed figures. The same function runs on the server in tests and inside CouchDB.
 */
export function judgeWrite(
  write: AttemptedWrite,
  hash: Hasher,
  published: PublishedRules = BUILT_IN_RULES,
): Result<AnyRecord> {
  const after = checkStructure(write);
  if (!after.ok || write.writer.roles.includes(SERVER_ROLE)) return after;
  if (isReplicated(write)) return fail(appError('record.forbidden', 'only the server brings revisions of its own'));
  const before = write.before === null ? undefined : readBefore(write.before);
  for (const check of [checkSize(before, after.value), checkMoments(before, after.value)]) if (!check.ok) return check;
  const succession = before === undefined ? checkCreation(after.value) : checkSuccession(before, after.value);
  if (!succession.ok) return succession;
  const own = before === undefined ? checkOwnId(after.value, hash) : succession;
  if (!own.ok) return own;
  const authority = checkAuthority(before, after.value, write.writer);
  if (!authority.ok) return authority;
  const { versions, closedThrough, seller } = published;
  for (const check of [
    checkClosedMonths(before, after.value, closedThrough),
    checkClosedSettings(before, after.value, closedThrough),
    checkIssued(before, after.value, seller),
  ]) {
    if (!check.ok) return check;
  }
  return checkNewFigures(before, after.value, hash, versions);
}

/**
 * Whether the write brings its own history (`new_edits: false`): then the document shows the revision it is, and an edit the
 * one it replaces. Such a write may stand beside what is stored instead of following it, so no rule of succession holds it.
 */
function isReplicated({ before, after }: AttemptedWrite): boolean {
  return after['_rev'] !== before?.['_rev'];
}

function checkStructure({ kind, database, after, writer }: AttemptedWrite): Result<AnyRecord> {
  if (after['_deleted'] === true) return fail(invalid('_deleted'));
  for (const member of ['id', 'rev', '_attachments', DEVICE_MEMBER]) if (member in after) return fail(invalid(member));
  // What a version before let in is copied and restored as it is.
  const isServer = writer.roles.includes(SERVER_ROLE);
  const checked = checkRecord(toRecordValue(after), !isServer);
  // What a later version left behind is restored and copied as it is, too.
  const record = isServer && !checked.ok ? keepUnknown(after, checked) : checked;
  if (!record.ok) return record;
  const { type, activityId } = record.value;
  if (isRecordType(type) && RECORD_TYPES[type].database !== kind) return fail(invalid('type'));
  if (kind === 'book' && database !== undefined && bookDatabase(activityId) !== database) {
    return fail(invalid('activityId'));
  }
  return record;
}

/** A record whose type or schema version is all that is wrong with it. */
function keepUnknown(after: Document, refused: Result<AnyRecord>): Result<AnyRecord> {
  const isUnknown = !refused.ok && ['record.unknownType', 'record.tooNew'].includes(refused.error.code);
  // Its envelope was checked before its type.
  return isUnknown ? ok(toRecordValue(after) as unknown as AnyRecord) : refused;
}

function invalid(path: string): AppError {
  return appError('record.invalid', `record is not valid at ${path}`, { path });
}

/** What is stored was checked when it was written; a deleted document counts as none. */
function readBefore(document: Document): AnyRecord | undefined {
  return document['_deleted'] === true ? undefined : (toRecordValue(document) as unknown as AnyRecord);
}

/** Figures are recomputed while they may change, so that a later step on an old record stays possible under newer rules. */
function checkNewFigures(
  before: AnyRecord | undefined,
  after: AnyRecord,
  hash: Hasher,
  versions: readonly PayrollParameters[],
): Result<AnyRecord> {
  if (before !== undefined && isFrozen(before, after)) return ok(after);
  const [wrong] = checkFigures(after, hash, versions);
  return wrong === undefined ? ok(after) : fail(invalid(wrong.path));
}

/** What could not change and did not pass through a status in which it could. */
function isFrozen(before: AnyRecord, after: AnyRecord): boolean {
  if (!isRecordType(before.type)) return false;
  const { editable } = RECORD_TYPES[before.type];
  if (editable.length === 0) return true;
  return !editable.includes(before.status) && checkTransition(before, after).ok;
}
