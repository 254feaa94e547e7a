import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { ActivitySettingsBody } from '../records/activity-settings.ts';
import { checkContracts, contractsOf } from './contract-in.ts';
import { checkWorkingTime } from './working-time-of.ts';

/**
 * What the schema of an activity's settings cannot say: contracts that follow each other and say what their working time
 * is counted in, the latest standing in `contract`. Errors: those of `checkContracts` and `checkWorkingTime`, `record.invalid` (`path`).
 */
export function checkActivitySettings(body: ActivitySettingsBody): Result<ActivitySettingsBody> {
  const contracts = checkContracts(contractsOf(body));
  if (!contracts.ok) return contracts;
  for (const contract of contracts.value) {
    const counted = checkWorkingTime(contract);
    if (!counted.ok) return counted;
  }
  const latest = contracts.value.at(-1);
  const isLatest = latest?.startDate === body.contract.startDate && latest.kind === body.contract.kind;
  return isLatest
    ? ok(body)
    : fail(appError('record.invalid', 'contract is not the latest of contracts', { path: 'body.contract' }));
}
