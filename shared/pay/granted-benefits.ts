import type { Benefit, BenefitStep } from '../records/benefit.ts';
import type { Contract } from '../records/contract.ts';
import type { MemberStatus } from '../records/contribution-rule.ts';
import { lastDay } from '../time/month.ts';

/** A step that names nobody is for those whom the French payroll pays. */
const ON_PAYROLL: readonly MemberStatus[] = ['cesa', 'associate', 'salaried'];

/** What the steps of a benefit look at, for one person in one month. */
export interface BenefitFacts {
  /** Month of pay, `YYYY-MM`. */
  readonly period: string;
  readonly status: MemberStatus;
  /** Whole months since the first contract started. */
  readonly seniorityMonths: number;
  /** Collected turnover of the twelve months before, in cents. */
  readonly turnoverCents: number;
}

/** A benefit as it applies to one person: the step reached, and the one to come when there is one. */
export interface GrantedBenefit {
  readonly benefit: Benefit;
  /** Absent while no step is reached. */
  readonly step?: BenefitStep;
  readonly nextStep?: BenefitStep;
}

/**
 * The benefits of the cooperative in force on the last day of the month, each with the last step whose conditions all hold
 * and the next one of the list after it.
 */
export function grantedBenefits(benefits: readonly Benefit[], facts: BenefitFacts): readonly GrantedBenefit[] {
  const day = lastDay(facts.period);
  return benefits
    .filter(({ from, until }) => from <= day && (until === undefined || day <= until))
    .map((benefit) => {
      const index = benefit.steps.findLastIndex((step) => isReached(step, facts));
      const step = benefit.steps[index];
      const nextStep = benefit.steps[index + 1];
      return { benefit, ...(step && { step }), ...(nextStep && { nextStep }) };
    });
}

/** The benefits that somebody under a contract of this kind can ever reach; an associate has a CESA. */
export function benefitsFor(benefits: readonly Benefit[], { kind }: Pick<Contract, 'kind'>): readonly Benefit[] {
  const statuses: readonly MemberStatus[] = kind === 'cesa' ? ['cesa', 'associate'] : [kind];
  return benefits.filter(({ steps }) =>
    steps.some((step) => (step.statuses ?? ON_PAYROLL).some((status) => statuses.includes(status))),
  );
}

function isReached(step: BenefitStep, facts: BenefitFacts): boolean {
  return (
    facts.seniorityMonths >= (step.fromSeniorityMonths ?? 0) &&
    facts.turnoverCents >= (step.fromTurnoverCents ?? Number.NEGATIVE_INFINITY) &&
    (step.statuses ?? ON_PAYROLL).includes(facts.status)
  );
}
