import { addMonths, firstDay, monthOf } from '../../../../shared/time/month.ts';
import { localToday } from '../../../data/local-today.ts';

/** The day a new rule starts unless another is typed: the first of the next month. */
export function nextMonthStart(): string {
  return firstDay(addMonths(monthOf(localToday()), 1));
}
