import type { Writer } from '../access/check-authority.ts';
import { SUPPORT_TEAM_ROLE } from '../access/check-authority.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { isRecordType, RECORD_TYPES } from '../records/registry.ts';
import type { RecordOf } from '../records/registry.ts';

type Copy = RecordOf<'conflictCopy'>;

/**
 * Whether a new copy keeps a version of the record it names, of this book, which who keeps it might have written: of a type
 * that is theirs to write, and without a step reserved to the support team. Of a draft it may be somebody else's version
 * (theirs lost against an issue, or stood in a backup), and of a later type anything. Errors: `record.invalid` (`path`),
 * `record.forbidden` (`why`).
 */
export function checkKeptVersion(record: Copy, writer: Writer): Result<true> {
  if (!isOfItsRecord(record))
    return fail(appError('record.invalid', 'a copy of another record', { path: 'body.copy' }));
  // As its id names it: a list of one name is that name too.
  const type = String(record.body.copy['type']);
  if (!isRecordType(type)) return ok(true);
  const { database, writers, reserved } = RECORD_TYPES[type];
  // What clashes in the commons is kept on the device alone.
  if (database !== 'book') return fail(appError('record.invalid', 'not of a book', { path: 'body.copy.type' }));
  const isSupport = writer.roles.includes(SUPPORT_TEAM_ROLE);
  if (!writers.includes(isSupport ? 'supportTeam' : 'member')) {
    return forbid('type', `a version of ${type} is not yours to keep`);
  }
  if (isSupport || reserved.length === 0 || isOwnWork(record.body.copy, writer.name, reserved)) return ok(true);
  return forbid('step', 'only the support team keeps a step of its own');
}

/** Whether a copy keeps a version of the record that it names, of its own activity, with an id that names its type. */
export function isOfItsRecord({ activityId, body: { recordId, copy } }: Copy): boolean {
  return (
    copy['id'] === recordId && copy['activityId'] === activityId && recordId.startsWith(`${String(copy['type'])}:`)
  );
}

/** Whether a member wrote the version of a pay and took every step that it tells. */
function isOwnWork(copy: Copy['body']['copy'], member: string, reserved: readonly string[]): boolean {
  const { status, updatedBy, body } = copy;
  const history = (body as { history?: unknown } | undefined)?.history;
  const steps: readonly unknown[] = Array.isArray(history) ? history : [];
  const isOwn = (step: unknown): boolean => {
    const { by, status: taken } = (step ?? {}) as { by?: unknown; status?: unknown };
    return by === member && !reserved.includes(String(taken));
  };
  const author = (updatedBy as { user?: unknown } | undefined)?.user;
  return author === member && !reserved.includes(String(status)) && steps.every(isOwn);
}

function forbid(why: string, message: string): Result<true> {
  return fail(appError('record.forbidden', message, { why }));
}
