import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';
import { checkClosedContracts } from './check-closed-contracts.ts';

/**
 * An activity has one record of settings, which the server makes when the activity is enrolled: whoever else makes one makes a
 * second. Error: `record.forbidden`.
 */
export function checkOnlySettings(): Result<never> {
  return fail(appError('record.forbidden', 'an activity has its settings from the server', { why: 'type' }));
}

/**
 * Whether a change of an activity's settings leaves them standing, because nothing of the activity can be computed without
 * them, and closed months as they were. Errors: `record.transition`, those of `checkClosedContracts`.
 */
export function checkSettingsStep(
  before: AnyRecord | undefined,
  after: RecordOf<'activitySettings'>,
  closedThrough: string | undefined,
): Result<unknown> {
  if (before === undefined || !isOfType(before, 'activitySettings')) return ok(after);
  if (before.status === 'active' && after.status !== 'active') {
    const details = { from: before.status, to: after.status };
    return fail(appError('record.transition', `${after.id} is not taken back`, details));
  }
  return checkClosedContracts(before.body, after.body, closedThrough);
}
