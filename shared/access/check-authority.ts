import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
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

/** Pays, and the steps of them that only the support team may take. */
const PAYS = ['salaryStatement', 'abroadPay'];
const SUPPORT_STEPS = ['checked', 'validated', 'paid', 'refused'];

/**
 * Whether a person may write this record: writers of its type, their own name on it, and steps reserved to the support
 * team. The server itself (`_admin`) may write everything. Error: `record.forbidden` with `why`.
 */
export function checkAuthority(before: AnyRecord | undefined, after: AnyRecord, writer: Writer): Result<AnyRecord> {
  if (writer.roles.includes(SERVER_ROLE)) return ok(after);
  if (!isRecordType(after.type)) return fail(appError('record.unknownType', `unknown record type ${after.type}`));
  const allowed = RECORD_TYPES[after.type].writers;
  const isSupport = writer.roles.includes(SUPPORT_TEAM_ROLE);
  if (!allowed.includes(isSupport ? 'supportTeam' : 'member')) {
    return forbid('type', `${after.type} is not yours to write`);
  }
  if (after.updatedBy.user !== writer.name) return forbid('author', 'a record carries the name of who writes it');
  if (before === undefined && after.createdBy.user !== writer.name) {
    return forbid('author', 'a new record carries the name of who writes it');
  }
  const isStep = before?.status !== after.status;
  if (PAYS.includes(after.type) && isStep && SUPPORT_STEPS.includes(after.status) && !isSupport) {
    return forbid('step', 'only the support team takes this step');
  }
  return ok(after);
}

function forbid(why: string, message: string): Result<AnyRecord> {
  return fail(appError('record.forbidden', message, { why }));
}
