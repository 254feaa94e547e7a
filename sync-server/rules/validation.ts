import { bookDatabase, isOfBook, personDatabase } from '../../shared/access/database-names.ts';
import type { Writer } from '../../shared/access/check-authority.ts';
import { SERVER_ROLE } from '../../shared/access/check-authority.ts';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Hasher } from '../../shared/core/ports.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import { DEVICE_MEMBER } from '../../shared/records/device-member.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import { checkContent } from '../../shared/record-rules/check-content.ts';
import { checkArrival } from '../../shared/record-rules/check-arrival.ts';
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
 * stored and everything that `checkArrival` says. The same function runs on the server in tests and inside CouchDB.
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
  return checkArrival({ before, after: after.value, writer: write.writer, published, hash, isIncomplete: false });
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
  const checked = checkContent(toRecordValue(after), !isServer);
  // What a later version left behind is restored and copied as it is, too.
  const record = isServer && !checked.ok ? keepUnknown(after, checked) : checked;
  if (!record.ok) return record;
  const { type, activityId } = record.value;
  if (isRecordType(type) && RECORD_TYPES[type].database !== kind) return fail(invalid('type'));
  if (kind === 'book' && database !== undefined) {
    const isOwn = isServer ? bookDatabase(activityId) === database : isOfBook(activityId, database);
    if (!isOwn) return fail(invalid('activityId'));
  }
  if (kind === 'person' && database !== undefined) {
    const { person } = record.value.body;
    if (typeof person !== 'string' || personDatabase(person) !== database) return fail(invalid('person'));
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
