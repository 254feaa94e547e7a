import type { ExtraPayLine } from '../records/extra-pay-line.ts';
import type { GrantedBenefit } from './granted-benefits.ts';

/** What the benefits of a person change in a pay. */
export interface BenefitsInPay {
  readonly lines: readonly ExtraPayLine[];
  /** The employer's share of the health cover, when a benefit sets it; in ppm. */
  readonly healthCoverSharePpm?: number;
}

/**
 * The pay lines of granted benefits: what the cooperative gives is a cost, what the person bears is withheld from the net,
 * leave beyond the law is a provision in percent of gross. Amounts in cents, rates in 1e-7. When several benefits set the
 * share of the health cover, the highest counts.
 */
export function benefitLines(granted: readonly GrantedBenefit[]): BenefitsInPay {
  const lines: ExtraPayLine[] = [];
  const shares: number[] = [];
  for (const { benefit, step } of granted) {
    if (step === undefined) continue;
    const line = (suffix: string, side: ExtraPayLine['side'], amountCents: number, rateE7: number): ExtraPayLine => ({
      code: `x-${benefit.code}${suffix}`,
      label: benefit.label,
      side,
      base: rateE7 === 0 ? 'fixed' : 'gross',
      rateE7,
      amountCents,
      isWelfare: false,
      source: benefit.source,
      since: benefit.from,
    });
    if (step.employerCents > 0) lines.push(line('', 'employer', step.employerCents, 0));
    if (step.grossRatePpm > 0) lines.push(line('-leave', 'employer', 0, step.grossRatePpm * 10));
    if (step.employeeCents > 0) lines.push(line('', 'employee', step.employeeCents, 0));
    if (benefit.kind === 'healthCover' && step.sharePpm !== undefined) shares.push(step.sharePpm);
  }
  return { lines, ...(shares.length > 0 && { healthCoverSharePpm: Math.max(...shares) }) };
}
