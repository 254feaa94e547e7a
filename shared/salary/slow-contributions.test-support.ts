import type { Rational } from './slow-rational.test-support.ts';
import { isLess, minus, percent, plus, rational, round, times, ZERO } from './slow-rational.test-support.ts';
import { slowDegressiveE4, slowLinearE4 } from './slow-reduction.test-support.ts';
import type { SlowInput, Sums } from './slow-sums.test-support.ts';

/** The contributions of a month, exact, by `side.code`: those of the sums with it less those of the sums before. */
export function contributionsOf(before: Sums, now: Sums, input: SlowInput): Record<string, Rational> {
  const is2026 = input.period >= '2026-01';
  const isEarly2025 = input.period < '2025-05';
  const gained = (of: (sums: Sums) => Rational): Rational => minus(of(now), of(before));
  const onBase = (rate: string): Rational =>
    times(
      gained(({ base }) => base),
      percent(rate),
    );
  const onSlice1 = (rate: string): Rational =>
    times(
      gained(({ slice1 }) => slice1),
      percent(rate),
    );
  const onSlice2 = (rate: string): Rational =>
    times(
      gained(({ slice2 }) => slice2),
      percent(rate),
    );
  const upTo4 = (rate: string): Rational =>
    times(
      gained(({ fourCeilings }) => fourCeilings),
      percent(rate),
    );
  const onCet = (rate: string): Rational =>
    times(
      gained(({ cet }) => cet),
      percent(rate),
    );
  const onCsg = (rate: string): Rational =>
    times(
      gained(({ csg }) => csg),
      percent(rate),
    );
  const onCadre = (rate: string): Rational =>
    times(
      gained(({ cadreBase }) => cadreBase),
      percent(rate),
    );
  const reducedUnder = (wagePercent: number, reduced: string, full: string): Rational =>
    gained(({ base, wage }) => {
      // « N'excèdent pas » : as much as the limit is not more than it.
      const isReduced = !is2026 && !isLess(times(wage, rational(wagePercent, 100)), base);
      return times(base, percent(isReduced ? reduced : full));
    });
  const atmp = rational(input.atmpRatePpm, 1_000_000);
  const from = (headcount: number): boolean => input.headcount >= headcount;
  return {
    'employer.health': reducedUnder(225, '7', '13'),
    'employer.cappedOldAge': onSlice1('8.55'),
    'employer.uncappedOldAge': onBase(is2026 ? '2.11' : '2.02'),
    'employer.familyAllowances': reducedUnder(330, '3.45', '5.25'),
    'employer.workAccident': times(
      gained(({ base }) => base),
      atmp,
    ),
    'employer.fnal': from(50) ? onBase('0.5') : onSlice1('0.1'),
    'employer.solidarityAutonomy': onBase('0.3'),
    'employer.unemployment': upTo4(isEarly2025 ? '4.05' : '4'),
    'employer.wageGuarantee': upTo4('0.25'),
    'employer.supplementaryPension': plus(onSlice1('4.72'), onSlice2('12.95')),
    'employer.ceg': plus(onSlice1('1.29'), onSlice2('1.62')),
    'employer.cet': onCet('0.21'),
    'employer.apec': input.isCadre ? upTo4('0.036') : ZERO,
    'employer.socialDialogue': onBase('0.016'),
    'employer.vocationalTraining': onBase(from(11) ? '1' : '0.55'),
    'employer.apprenticeshipTax': onBase('0.59'),
    'employer.apprenticeshipTaxBalance': onBase('0.09'),
    'employer.apprenticeshipSurcharge': from(250) ? onBase('0.4') : ZERO,
    'employer.peec': from(50) ? onBase('0.45') : ZERO,
    'employer.mobilityLevy': from(11)
      ? times(
          gained(({ base }) => base),
          rational(input.transportRatePpm, 1_000_000),
        )
      : ZERO,
    'employer.cadreWelfare': onCadre('1.5'),
    'employer.forfaitSocial': from(11)
      ? times(
          gained(({ welfare }) => welfare),
          percent('8'),
        )
      : ZERO,
    'employee.cappedOldAge': onSlice1('6.9'),
    'employee.uncappedOldAge': onBase('0.4'),
    'employee.supplementaryPension': plus(onSlice1('3.15'), onSlice2('8.64')),
    'employee.ceg': plus(onSlice1('0.86'), onSlice2('1.08')),
    'employee.cet': onCet('0.14'),
    'employee.apec': input.isCadre ? upTo4('0.024') : ZERO,
    'employee.csgDeductible': onCsg('6.8'),
    'employee.csgNonDeductible': onCsg('2.4'),
    'employee.crds': onCsg('0.5'),
  };
}

/** The general reduction of months, in cents, by the rules of the last one. */
export function reductionOf(now: Sums, input: SlowInput): number {
  const isLarge = input.headcount >= 50;
  const earlyE4 = input.period < '2025-05' ? 1 : 0;
  const coefficient =
    input.period >= '2026-01'
      ? slowDegressiveE4(now.base, now.wage, isLarge ? 3821 : 3781)
      : slowLinearE4(now.base, now.wage, (isLarge ? 3233 : 3193) + earlyE4);
  return round(times(now.base, rational(coefficient, 10_000)));
}
