/** What one month brings before any pay, and whether a pay is wanted in it. */
export interface MarginMonth {
  readonly marginCents: number;
  readonly isChosen: boolean;
}

/**
 * The largest employer cost, in whole cents, that can be paid evenly in every chosen month so that the balance never ends a
 * month under the reserve from the first of them on. 0 when nothing can be paid or no month is chosen; it may be under the
 * cost of a zero gross, which the payroll then says.
 */
export function evenCost(openingCents: number, reserveCents: number, months: readonly MarginMonth[]): number {
  let availableCents = openingCents - reserveCents;
  let chosen = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const { marginCents, isChosen } of months) {
    availableCents += marginCents;
    if (isChosen) chosen += 1;
    if (chosen > 0) least = Math.min(least, Math.floor(availableCents / chosen));
  }
  return Number.isFinite(least) ? Math.max(0, least) : 0;
}
