import { appError } from '../../../../shared/core/errors.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Contract } from '../../../../shared/records/contract.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';

/** What stands in the fields of a contract; hours a week in hundredths. */
export interface ContractDraft {
  readonly kind: Contract['kind'];
  readonly startDate: string;
  /** Empty while the contract runs. */
  readonly endDate: string;
  readonly weeklyHoursE2: number | undefined;
  readonly isCadre: boolean;
  readonly isAssociate: boolean;
  /** Zero where there is none; undefined while what is typed cannot be read. */
  readonly fixedGrossCents: number | undefined;
}

/** The first field to mend. */
export interface ContractProblem {
  readonly field: 'startDate' | 'endDate' | 'weeklyHours' | 'fixedPart';
  /** Left out where the words belong to the field. */
  readonly error?: AppError;
}

const LEAST_MINUTES = 60;
const MOST_MINUTES = 48 * 60;
const USUAL_HOURS_E2 = 3500;

export function startContractDraft(contract: Contract | undefined): ContractDraft {
  if (contract === undefined) {
    const terms = { isCadre: false, isAssociate: false, fixedGrossCents: 0 };
    return { kind: 'cesa', startDate: '', endDate: '', weeklyHoursE2: USUAL_HOURS_E2, ...terms };
  }
  return {
    kind: contract.kind,
    startDate: contract.startDate,
    endDate: contract.endDate ?? '',
    weeklyHoursE2: Math.round((contract.weeklyMinutes * 100) / 60),
    isCadre: contract.isCadre,
    isAssociate: contract.isAssociate ?? false,
    fixedGrossCents: contract.fixedGrossCents ?? 0,
  };
}

/** The contract a draft describes, or the first field to mend; members of `old` that no field shows stay. */
export function readContractDraft(draft: ContractDraft, old: Contract | undefined): Contract | ContractProblem {
  const { kind, startDate, endDate, isCadre } = draft;
  const noDate = appError('date.invalid', 'no such date');
  if (!isPlainDate(startDate)) return { field: 'startDate', error: noDate };
  if (endDate !== '' && !isPlainDate(endDate)) return { field: 'endDate', error: noDate };
  if (endDate !== '' && endDate < startDate) {
    const date = { date: startDate };
    return { field: 'endDate', error: appError('contract.endBeforeStart', 'the contract ends before it starts', date) };
  }
  const weeklyMinutes = Math.round(((draft.weeklyHoursE2 ?? 0) * 60) / 100);
  if (weeklyMinutes < LEAST_MINUTES || weeklyMinutes > MOST_MINUTES) return { field: 'weeklyHours' };
  const { fixedGrossCents } = draft;
  const isCesa = kind === 'cesa';
  if (isCesa && fixedGrossCents === undefined) {
    return { field: 'fixedPart', error: appError('amount.invalid', 'the fixed part cannot be read') };
  }
  const { endDate: _end, isAssociate: _associate, fixedGrossCents: _fixed, ...kept } = old ?? {};
  return {
    ...kept,
    kind,
    startDate,
    ...(endDate !== '' && { endDate }),
    weeklyMinutes,
    isCadre,
    ...(isCesa && { isAssociate: draft.isAssociate }),
    ...(isCesa && fixedGrossCents !== 0 && { fixedGrossCents }),
  };
}

export function isContractProblem(read: Contract | ContractProblem): read is ContractProblem {
  return 'field' in read;
}
