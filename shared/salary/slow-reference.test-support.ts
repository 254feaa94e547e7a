/**
 * The payroll of 2025 and 2026 written a second time, slowly and obviously, with exact fractions of big integers, from the
 * published table of rates and without the engine's parameters or code. Only for tests.
 */
export interface SlowInput {
  readonly period: string;
  readonly weeklyMinutes: number;
  readonly headcount: number;
  readonly isCadre: boolean;
  readonly atmpRatePpm: number;
  readonly mutuelleCents: number;
  readonly mutuelleEmployerSharePpm: number;
  readonly transportRatePpm: number;
}

interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

const rational = (top: bigint | number, bottom: bigint | number = 1n): Rational => ({
  top: BigInt(top),
  bottom: BigInt(bottom),
});
const plus = (a: Rational, b: Rational): Rational => rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const minus = (a: Rational, b: Rational): Rational =>
  rational(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
const times = (a: Rational, b: Rational): Rational => rational(a.top * b.top, a.bottom * b.bottom);
const isLess = (a: Rational, b: Rational): boolean => a.top * b.bottom < b.top * a.bottom;
const least = (a: Rational, b: Rational): Rational => (isLess(a, b) ? a : b);
const ZERO = rational(0n);
const positive = (a: Rational): Rational => (isLess(a, ZERO) ? ZERO : a);

/** Half up, for values that are not negative. */
const round = (a: Rational): number => Number((2n * a.top + a.bottom) / (2n * a.bottom));

/** `'4.72'` → 4.72 %. */
function percent(text: string): Rational {
  const [whole = '0', decimals = ''] = text.split('.');
  return rational(BigInt(whole + decimals), 100n * 10n ** BigInt(decimals.length));
}

/** Amounts in cents by `side.code`, lines that come to zero left out. */
export function computeSlowly(input: SlowInput, grossCents: number): Record<string, number> {
  const is2026 = input.period >= '2026-01';
  const isEarly2025 = input.period < '2025-05';
  const gross = rational(grossCents);
  const fullCeiling = rational(is2026 ? 400_500 : 392_500);
  const partTime = rational(input.weeklyMinutes, 2100);
  const ceiling = times(fullCeiling, partTime);
  const hourlyWage = rational(is2026 ? 1202 : 1188);
  const wage = times(hourlyWage, times(rational(input.weeklyMinutes, 60), rational(52, 12)));

  const healthEmployer = round(
    times(rational(input.mutuelleCents), rational(input.mutuelleEmployerSharePpm, 1_000_000)),
  );
  const cadreBase = input.isCadre ? least(gross, fullCeiling) : ZERO;
  const welfare = plus(rational(healthEmployer), times(cadreBase, percent('1.5')));
  const exempt = least(
    plus(times(fullCeiling, percent('6')), times(gross, percent('1.5'))),
    times(fullCeiling, percent('12')),
  );
  const base = plus(gross, positive(minus(welfare, exempt)));
  const upTo = (ceilings: number): Rational => least(base, times(ceiling, rational(ceilings)));
  const slice2 = minus(upTo(8), upTo(1));
  const cetBase = isLess(ceiling, base) ? upTo(8) : ZERO;
  const fourCeilings = times(ceiling, rational(4));
  const csgBase = plus(
    plus(times(least(gross, fourCeilings), percent('98.25')), positive(minus(gross, fourCeilings))),
    welfare,
  );
  const isUnderWagePercent = (wagePercent: number): boolean => isLess(base, times(wage, rational(wagePercent, 100)));
  const atmp = rational(input.atmpRatePpm, 1_000_000);
  const atmpFloor = percent(isEarly2025 ? '0.46' : '0.5');
  const from = (headcount: number): boolean => input.headcount >= headcount;

  const exact: Record<string, Rational> = {
    'employer.health': times(base, percent(!is2026 && isUnderWagePercent(225) ? '7' : '13')),
    'employer.cappedOldAge': times(upTo(1), percent('8.55')),
    'employer.uncappedOldAge': times(base, percent(is2026 ? '2.11' : '2.02')),
    'employer.familyAllowances': times(base, percent(!is2026 && isUnderWagePercent(330) ? '3.45' : '5.25')),
    'employer.workAccident': times(base, isLess(atmp, atmpFloor) ? atmpFloor : atmp),
    'employer.fnal': from(50) ? times(base, percent('0.5')) : times(upTo(1), percent('0.1')),
    'employer.solidarityAutonomy': times(base, percent('0.3')),
    'employer.unemployment': times(upTo(4), percent(isEarly2025 ? '4.05' : '4')),
    'employer.wageGuarantee': times(upTo(4), percent('0.25')),
    'employer.supplementaryPension': plus(times(upTo(1), percent('4.72')), times(slice2, percent('12.95'))),
    'employer.ceg': plus(times(upTo(1), percent('1.29')), times(slice2, percent('1.62'))),
    'employer.cet': times(cetBase, percent('0.21')),
    'employer.apec': input.isCadre ? times(upTo(4), percent('0.036')) : ZERO,
    'employer.socialDialogue': times(base, percent('0.016')),
    'employer.vocationalTraining': times(base, percent(from(11) ? '1' : '0.55')),
    'employer.apprenticeshipTax': times(base, percent('0.59')),
    'employer.apprenticeshipTaxBalance': times(base, percent('0.09')),
    'employer.apprenticeshipSurcharge': from(250) ? times(base, percent('0.4')) : ZERO,
    'employer.peec': from(50) ? times(base, percent('0.45')) : ZERO,
    'employer.mobilityLevy': from(11) ? times(base, rational(input.transportRatePpm, 1_000_000)) : ZERO,
    'employer.healthCover': rational(healthEmployer),
    'employer.cadreWelfare': times(cadreBase, percent('1.5')),
    'employer.forfaitSocial': from(11) ? times(welfare, percent('8')) : ZERO,
    'employee.cappedOldAge': times(upTo(1), percent('6.9')),
    'employee.uncappedOldAge': times(base, percent('0.4')),
    'employee.supplementaryPension': plus(times(upTo(1), percent('3.15')), times(slice2, percent('8.64'))),
    'employee.ceg': plus(times(upTo(1), percent('0.86')), times(slice2, percent('1.08'))),
    'employee.cet': times(cetBase, percent('0.14')),
    'employee.apec': input.isCadre ? times(upTo(4), percent('0.024')) : ZERO,
    'employee.csgDeductible': times(csgBase, percent('6.8')),
    'employee.csgNonDeductible': times(csgBase, percent('2.4')),
    'employee.crds': times(csgBase, percent('0.5')),
    'employee.healthCover': rational(input.mutuelleCents - healthEmployer),
  };
  const amounts: Record<string, number> = {};
  for (const [line, amount] of Object.entries(exact)) amounts[line] = round(amount);
  const coefficient = is2026
    ? slowDegressiveE4(base, wage, from(50) ? 3821 : 3781)
    : slowLinearE4(base, wage, (from(50) ? 3233 : 3193) + (isEarly2025 ? 1 : 0));
  amounts['employer.generalReduction'] = -round(times(base, rational(coefficient, 10_000)));
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}

/** T ÷ 0.6 × (1.6 × wage ÷ base − 1) between 0 and T, in 1e-4. */
function slowLinearE4(base: Rational, wage: Rational, maximumE4: number): number {
  if (base.top === 0n) return 0;
  const ratio = rational(wage.top * base.bottom, wage.bottom * base.top);
  const slope = minus(times(ratio, rational(16, 10)), rational(1));
  return round(least(positive(times(times(rational(maximumE4), rational(10, 6)), slope)), rational(maximumE4)));
}

/**
 * 200 + delta × x^(7/4) rounded half up, with x = ½ (3 × wage ÷ base − 1): the largest k with 2k − 1 ≤ 2 × value, that is
 * (2k − 401)^4 ≤ (2 × delta)^4 × x^7, where everything is a whole number of some fraction: no root, no floating point.
 */
function slowDegressiveE4(base: Rational, wage: Rational, deltaE4: number): number {
  const limit = times(wage, rational(3));
  if (base.top === 0n || !isLess(base, limit)) return 0;
  const x = times(minus(rational(limit.top * base.bottom, limit.bottom * base.top), rational(1)), rational(1, 2));
  if (!isLess(x, rational(1))) return 200 + deltaE4;
  const bound = BigInt(2 * deltaE4) ** 4n * x.top ** 7n;
  const scale = x.bottom ** 7n;
  let reached = 200;
  let missed = 200 + deltaE4 + 1;
  while (missed - reached > 1) {
    const k = Math.floor((reached + missed) / 2);
    if (BigInt(2 * k - 401) ** 4n * scale <= bound) reached = k;
    else missed = k;
  }
  return reached;
}
