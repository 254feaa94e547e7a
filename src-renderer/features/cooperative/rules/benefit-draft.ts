import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import type { Benefit, BenefitStep } from '../../../../shared/records/benefit.ts';
import type { MemberStatus } from '../../../../shared/records/contribution-rule.ts';
import { checkBenefits } from '../../../../shared/cooperative/check-benefits.ts';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import { codeOf } from './code-of.ts';
import { keepUnknown } from './keep-unknown.ts';

/** What stands in the fields of one step; a condition left empty is none. */
export interface StepDraft {
  readonly old: BenefitStep | undefined;
  readonly fromSeniorityMonths: number | undefined;
  readonly fromTurnoverCents: number | undefined;
  readonly statuses: readonly MemberStatus[];
  readonly employerCents: number | undefined;
  readonly employeeCents: number | undefined;
  readonly grossRatePpm: number | undefined;
  readonly sharePpm: number | undefined;
}

/** What stands in the fields of a benefit. */
export interface BenefitDraft {
  readonly label: string;
  readonly kind: Benefit['kind'];
  readonly from: string;
  /** Empty while it has no end. */
  readonly until: string;
  readonly source: string;
  readonly steps: readonly StepDraft[];
}

const CONDITIONS: readonly (keyof BenefitStep)[] = ['fromSeniorityMonths', 'fromTurnoverCents', 'statuses', 'sharePpm'];

export const EMPTY_STEP: StepDraft = {
  old: undefined,
  fromSeniorityMonths: undefined,
  fromTurnoverCents: undefined,
  statuses: [],
  employerCents: undefined,
  employeeCents: undefined,
  grossRatePpm: undefined,
  sharePpm: undefined,
};

export function startBenefit(benefit: Benefit | undefined, from: string): BenefitDraft {
  if (benefit === undefined)
    return { label: '', kind: 'mealVouchers', from, until: '', source: '', steps: [EMPTY_STEP] };
  const { label, kind, until = '', source, steps } = benefit;
  return { label, kind, from: benefit.from, until, source, steps: steps.map(startStep) };
}

function startStep(step: BenefitStep): StepDraft {
  return {
    old: step,
    fromSeniorityMonths: step.fromSeniorityMonths,
    fromTurnoverCents: step.fromTurnoverCents,
    statuses: step.statuses ?? [],
    employerCents: step.employerCents || undefined,
    employeeCents: step.employeeCents || undefined,
    grossRatePpm: step.grossRatePpm || undefined,
    sharePpm: step.sharePpm,
  };
}

/**
 * The benefit a draft describes; a new one gets its code from its label. A health cover gives a share, a leave a provision,
 * everything else amounts. Errors: `rules.invalid` (`name`, `field`), those of `checkBenefits`.
 */
export function readBenefit(draft: BenefitDraft, old: Benefit | undefined, taken: readonly string[]): Result<Benefit> {
  const label = draft.label.trim();
  if (label === '') return invalidRule('', 'label');
  if (!isPlainDate(draft.from)) return invalidRule(label, 'from');
  if (draft.until !== '' && !isPlainDate(draft.until)) return invalidRule(label, 'until');
  const steps = draft.steps.map((step) => readStep(step, draft.kind));
  if (steps.length === 0 || steps.some(isNothing)) return invalidRule(label, 'steps');
  const benefit: Benefit = {
    ...keepUnknown(old, ['until']),
    code: old?.code ?? codeOf(label, taken),
    kind: draft.kind,
    label,
    from: draft.from,
    ...(draft.until !== '' && { until: draft.until }),
    source: draft.source.trim(),
    steps,
  };
  const checked = checkBenefits([benefit]);
  return checked.ok ? ok(benefit) : checked;
}

function readStep(step: StepDraft, kind: Benefit['kind']): BenefitStep {
  const { fromSeniorityMonths, fromTurnoverCents, statuses, sharePpm } = step;
  const isPaid = kind !== 'healthCover' && kind !== 'leave';
  return {
    ...keepUnknown(step.old, CONDITIONS),
    ...(fromSeniorityMonths !== undefined && { fromSeniorityMonths }),
    ...(fromTurnoverCents !== undefined && { fromTurnoverCents }),
    ...(statuses.length > 0 && { statuses: [...statuses] }),
    employerCents: isPaid ? (step.employerCents ?? 0) : 0,
    employeeCents: isPaid ? (step.employeeCents ?? 0) : 0,
    grossRatePpm: kind === 'leave' ? (step.grossRatePpm ?? 0) : 0,
    ...(kind === 'healthCover' && sharePpm !== undefined && { sharePpm }),
  };
}

function isNothing({ employerCents, employeeCents, grossRatePpm, sharePpm }: BenefitStep): boolean {
  return employerCents + employeeCents + grossRatePpm === 0 && sharePpm === undefined;
}
