import { appError } from '../../../../shared/core/errors.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Contract } from '../../../../shared/records/contract.ts';
import { FULL_TIME_WEEKLY_MINUTES } from '../../../../shared/salary/salary-limits.ts';
import type { WorkingTime } from '../../../../shared/salary/working-time.ts';
import { validateWorkingTime } from '../../../../shared/salary/working-time.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';

/** What the working time of an employment contract may be counted in. */
export type CountedIn = Exclude<WorkingTime['kind'], 'none'>;

/** What stands in the fields of a contract. */
export interface ContractDraft {
  readonly kind: Contract['kind'];
  readonly startDate: string;
  /** Empty while the contract runs. */
  readonly endDate: string;
  readonly countedIn: CountedIn;
  /** Hours or days, in hundredths. */
  readonly timeE2: number | undefined;
  readonly isCadre: boolean;
  readonly isAssociate: boolean;
  /** Zero where there is none; undefined while what is typed cannot be read. */
  readonly fixedGrossCents: number | undefined;
}

/** The first field to mend. */
export interface ContractProblem {
  readonly field: 'startDate' | 'endDate' | 'time' | 'fixedPart';
  /** Left out where the words belong to the field. */
  readonly error?: AppError;
}

const USUAL_HOURS_E2 = 3500;

export function startContractDraft(contract: Contract | undefined): ContractDraft {
  if (contract === undefined) {
    const terms = { isCadre: false, isAssociate: false, fixedGrossCents: 0 };
    return { kind: 'cesa', startDate: '', endDate: '', countedIn: 'weeklyHours', timeE2: USUAL_HOURS_E2, ...terms };
  }
  return {
    kind: contract.kind,
    startDate: contract.startDate,
    endDate: contract.endDate ?? '',
    ...startTime(contract.workingTime),
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
  const isSalaried = kind === 'salaried';
  const time = readTime(draft);
  if (isSalaried && time === undefined) return { field: 'time' };
  const { fixedGrossCents } = draft;
  const isCesa = kind === 'cesa';
  if (isCesa && fixedGrossCents === undefined) {
    return { field: 'fixedPart', error: appError('amount.invalid', 'the fixed part cannot be read') };
  }
  const { endDate: _end, isAssociate: _associate, fixedGrossCents: _fixed, workingTime: _time, ...kept } = old ?? {};
  return {
    ...kept,
    kind,
    startDate,
    ...(endDate !== '' && { endDate }),
    // What devices of before count a pay by.
    weeklyMinutes:
      isSalaried && time?.kind === 'weeklyHours' ? time.minutes : (old?.weeklyMinutes ?? FULL_TIME_WEEKLY_MINUTES),
    ...(isSalaried && time !== undefined && { workingTime: time }),
    isCadre,
    ...(isCesa && { isAssociate: draft.isAssociate }),
    ...(isCesa && fixedGrossCents !== 0 && { fixedGrossCents }),
  };
}

export function isContractProblem(read: Contract | ContractProblem): read is ContractProblem {
  return 'field' in read;
}

function startTime(time: WorkingTime | undefined): Pick<ContractDraft, 'countedIn' | 'timeE2'> {
  switch (time?.kind) {
    case 'weeklyHours':
      return { countedIn: time.kind, timeE2: Math.round((time.minutes * 100) / 60) };
    case 'annualDays':
      return { countedIn: time.kind, timeE2: time.days * 100 };
    case 'annualHours':
      return { countedIn: time.kind, timeE2: time.hours * 100 };
    default:
      return { countedIn: 'weeklyHours', timeE2: USUAL_HOURS_E2 };
  }
}

function readTime({ countedIn, timeE2 = 0 }: ContractDraft): WorkingTime | undefined {
  const time = timeOf(countedIn, timeE2);
  return validateWorkingTime(time).ok ? time : undefined;
}

function timeOf(countedIn: CountedIn, timeE2: number): WorkingTime {
  switch (countedIn) {
    case 'weeklyHours':
      return { kind: countedIn, minutes: Math.round((timeE2 * 60) / 100) };
    case 'annualDays':
      return { kind: countedIn, days: timeE2 / 100 };
    case 'annualHours':
      return { kind: countedIn, hours: timeE2 / 100 };
  }
}
