import { addDays, toEpochDay } from '../time/plain-date.ts';

/** Where the days to pay come from: the customer's own terms first, then the cooperative's. */
export interface TermsSource {
  readonly customerTermsDays: number | undefined;
  readonly cooperativeTermsDays: number | undefined;
}

/** Days to pay when neither the customer nor the cooperative says: 30 days from the date (art. L441-10 I C. com.). */
export const LEGAL_TERMS_DAYS = 30;

/** Days a customer has to pay. */
export function paymentTermsDays({ customerTermsDays, cooperativeTermsDays }: TermsSource): number {
  return customerTermsDays ?? cooperativeTermsDays ?? LEGAL_TERMS_DAYS;
}

/** The due date of an invoice of this date. */
export function dueDateOf(date: string, termsDays: number): string {
  return addDays(date, termsDays);
}

/**
 * The due date when a draft of `draftDate` is issued on another day: a due date that followed the terms moves with the
 * date, one that a person chose stays.
 */
export function dueDateAtIssue(
  draft: { readonly date: string; readonly dueDate: string },
  issueDate: string,
  termsDays: number,
): string {
  const isByTerms = toEpochDay(draft.dueDate) - toEpochDay(draft.date) === termsDays;
  return isByTerms ? dueDateOf(issueDate, termsDays) : draft.dueDate;
}
