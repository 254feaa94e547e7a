import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { PayHistory } from '../records/pay-history.ts';
import { isRecordType, RECORD_TYPES } from '../records/registry.ts';

/** Roles as they stand in CouchDB. */
export const SUPPORT_TEAM_ROLE = 'support-team';
export const MEMBER_ROLE = 'member';
export const SERVER_ROLE = '_admin';

/** The person (or server) who writes. */
export interface Writer {
  readonly name: string;
  readonly roles: readonly string[];
}

/**
 * Whether a person may write this record: writers of its type, their own name on it and on every step they add to its
 * history, and steps reserved to the support team, which asks for none itself: of two people one asks, the other decides. The server itself (`_admin`) may write everything. Error: `record.forbidden` with `why`.
 */
export function checkAuthority(before: AnyRecord | undefined, after: AnyRecord, writer: Writer): Result<AnyRecord> {
  if (writer.roles.includes(SERVER_ROLE)) return ok(after);
  if (!isRecordType(after.type)) return fail(appError('record.unknownType', `unknown record type ${after.type}`));
  const { writers: allowed, reserved, first } = RECORD_TYPES[after.type];
  const isSupport = writer.roles.includes(SUPPORT_TEAM_ROLE);
  if (!allowed.includes(isSupport ? 'supportTeam' : 'member')) {
    return forbid('type', `${after.type} is not yours to write`);
  }
  if (after.updatedBy.user !== writer.name) return forbid('author', 'a record carries the name of who writes it');
  if (before === undefined && after.createdBy.user !== writer.name) {
    return forbid('author', 'a new record carries the name of who writes it');
  }
  if (reserved.length === 0 || before?.status === after.status) return ok(after);
  const steps = stepsOf(after).slice(before === undefined ? 0 : stepsOf(before).length);
  if (steps.at(-1)?.status !== after.status) return forbid('step', 'the history does not end with this step');
  if (steps.some(({ by }) => by !== writer.name)) return forbid('author', 'a step carries the name of who takes it');
  if (!isSupport && steps.some(({ status }) => reserved.includes(status))) {
    return forbid('step', 'only the support team takes this step');
  }
  if (isSupport && steps.some(({ status }) => status === first)) {
    return forbid('step', 'only the member takes this step');
  }
  return ok(after);
}

/** The steps of a record with reserved ones, oldest first; its body was checked against its schema. */
function stepsOf({ body }: AnyRecord): PayHistory {
  return (body['history'] as PayHistory | undefined) ?? [];
}

function forbid(why: string, message: string): Result<AnyRecord> {
  return fail(appError('record.forbidden', message, { why }));
}
