import { checkContracts } from '../../../../shared/contract/contract-in.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { fail } from '../../../../shared/core/result.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import type { Contract } from '../../../../shared/records/contract.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import type { BookStore } from '../../book-store.ts';
import { changeOne } from '../../write-one.ts';

type Settings = RecordOf<'activitySettings'>;

/**
 * Gives a member these contracts in the place of those `seen`; `contract` becomes the latest of them, for older devices.
 * Errors: `contract.none` for an empty list, those of `checkContracts`, `contract.closedMonths`, those of a write.
 */
export async function saveContracts(
  store: BookStore,
  seen: Settings,
  contracts: readonly Contract[],
): Promise<Result<Settings>> {
  const checked = checkContracts(contracts);
  if (!checked.ok) return checked;
  const ordered = [...checked.value];
  const contract = ordered.at(-1);
  if (contract === undefined) {
    return fail(appError('contract.none', 'a member keeps one contract', { month: seen.body.openingDate.slice(0, 7) }));
  }
  return changeOne(store, 'contractSaved', seen, { body: { ...seen.body, contract, contracts: ordered } });
}

/** What the support team sets for a member beside the contract. */
export interface MemberTerms extends Pick<ActivitySettingsBody, 'reserveTargetCents'> {
  readonly mutuelleCents: number;
  readonly mutuelleEmployerSharePpm: number;
  readonly transportRatePpm: number;
}

/** Changes reserve, health cover and transport rate of a member as they were `seen`. Errors: those of a write. */
export async function saveMemberTerms(
  store: BookStore,
  seen: Settings,
  { reserveTargetCents, ...payroll }: MemberTerms,
): Promise<Result<Settings>> {
  const body = { ...seen.body, reserveTargetCents, payroll: { ...seen.body.payroll, ...payroll } };
  return changeOne(store, 'memberTermsSaved', seen, { body });
}
