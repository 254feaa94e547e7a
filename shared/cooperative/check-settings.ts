import { checkContracts, contractsOf } from '../contract/contract-in.ts';
import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import type { CooperativeSettingsBody } from '../records/cooperative-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { checkCooperativeRules } from './check-cooperative-rules.ts';

/**
 * What the schema of settings cannot say: contracts that follow each other, the latest standing in `contract`, and rules of
 * the cooperative that can be computed with. The body must have passed its schema; records of other types pass.
 * Errors: those of `checkContracts` and of {@link checkCooperativeRules}, `record.invalid` (`path`).
 */
export function checkSettings(record: AnyRecord): Result<AnyRecord> {
  // The caller checked the body against the schema of its type.
  if (record.type === 'activitySettings') return checkActivity(record, record.body as ActivitySettingsBody);
  if (record.type !== 'cooperativeSettings') return ok(record);
  const rules = checkCooperativeRules(record.body as CooperativeSettingsBody);
  return rules.ok ? ok(record) : rules;
}

function checkActivity(record: AnyRecord, body: ActivitySettingsBody): Result<AnyRecord> {
  const contracts = checkContracts(contractsOf(body));
  if (!contracts.ok) return contracts;
  const latest = contracts.value.at(-1);
  const isLatest = latest?.startDate === body.contract.startDate && latest.kind === body.contract.kind;
  return isLatest
    ? ok(record)
    : fail(appError('record.invalid', 'contract is not the latest of contracts', { path: 'body.contract' }));
}
