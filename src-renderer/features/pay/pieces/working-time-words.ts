import type { TFunction } from 'i18next';
import type { WorkingTime } from '../../../../shared/salary/working-time.ts';

/** Minutes a week as hours and minutes, as texts take them. */
export function hoursAndMinutes(minutes: number): { readonly hours: number; readonly minutes: string } {
  return { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') };
}

/** What the working time of a contract is counted in, in words. */
export function workingTimeWords(time: WorkingTime, t: TFunction<'contract'>): string {
  switch (time.kind) {
    case 'none':
      return t('workingTime.none');
    case 'weeklyHours':
      return t('workingTime.weeklyHours', hoursAndMinutes(time.minutes));
    case 'annualDays':
      return t('workingTime.annualDays', { count: time.days });
    case 'annualHours':
      return t('workingTime.annualHours', { count: time.hours });
  }
}
