import { appError } from '../core/errors.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import type { PayPlanBody, PayScenario, WatchedThreshold } from '../records/pay-plan.ts';

/** One thing a person does to their plans. Scenarios and watched limits are known by their names, which are unique. */
export type PlanChange =
  | {
      readonly kind: 'month';
      readonly scenario: string;
      readonly month: string;
      readonly change: Partial<Pick<PayScenario['months'][number], 'turnoverCents' | 'chargesCents' | 'payCents'>>;
    }
  | {
      readonly kind: 'scenario';
      readonly scenario: string;
      readonly change: Partial<Pick<PayScenario, 'name' | 'direction' | 'reserveTargetCents' | 'months'>>;
    }
  | { readonly kind: 'add'; readonly scenario: PayScenario }
  | { readonly kind: 'remove'; readonly scenario: string }
  | { readonly kind: 'watch'; readonly threshold: WatchedThreshold }
  | { readonly kind: 'unwatch'; readonly label: string };

const MAX_SCENARIOS = 10;
const MAX_WATCHED = 20;

/**
 * The plans after a change. Errors: `plan.nameMissing`, `plan.nameTaken` (`name`), `plan.tooMany` (`max`),
 * `record.notFound` when the scenario is gone.
 */
export function changePlan(body: PayPlanBody, change: PlanChange): Result<PayPlanBody> {
  const { scenarios, watched } = body;
  switch (change.kind) {
    case 'month':
      return changeScenario(body, change.scenario, (scenario) => ({
        ...scenario,
        months: scenario.months.map((month) => (month.month === change.month ? { ...month, ...change.change } : month)),
      }));
    case 'scenario': {
      const { name } = change.change;
      const others = scenarios.filter((scenario) => scenario.name !== change.scenario);
      const named = name === undefined ? ok(name) : checkName(name, namesOf(others));
      if (!named.ok) return named;
      return changeScenario(body, change.scenario, (scenario) => ({ ...scenario, ...change.change }));
    }
    case 'add': {
      const added = checkName(change.scenario.name, namesOf(scenarios));
      if (!added.ok) return added;
      return limited({ ...body, scenarios: [...scenarios, change.scenario] });
    }
    case 'remove':
      return ok({ ...body, scenarios: scenarios.filter(({ name }) => name !== change.scenario) });
    case 'watch': {
      const labels = watched.map(({ label }) => label);
      const added = checkName(change.threshold.label, labels);
      return added.ok ? limited({ ...body, watched: [...watched, change.threshold] }) : added;
    }
    case 'unwatch':
      return ok({ ...body, watched: watched.filter(({ label }) => label !== change.label) });
  }
}

function namesOf(scenarios: readonly PayScenario[]): readonly string[] {
  return scenarios.map(({ name }) => name);
}

function checkName(name: string, taken: readonly string[]): Result<string> {
  if (name.trim() === '') return fail(appError('plan.nameMissing', 'a scenario needs a name'));
  if (taken.includes(name)) return fail(appError('plan.nameTaken', `there is a ${name} already`, { name }));
  return ok(name);
}

function changeScenario(
  body: PayPlanBody,
  name: string,
  change: (scenario: PayScenario) => PayScenario,
): Result<PayPlanBody> {
  if (!body.scenarios.some((scenario) => scenario.name === name)) {
    return fail(appError('record.notFound', `no scenario ${name}`));
  }
  return ok({
    ...body,
    scenarios: body.scenarios.map((scenario) => (scenario.name === name ? change(scenario) : scenario)),
  });
}

function limited(body: PayPlanBody): Result<PayPlanBody> {
  if (body.scenarios.length > MAX_SCENARIOS) {
    return fail(appError('plan.tooMany', 'too many scenarios', { max: MAX_SCENARIOS }));
  }
  if (body.watched.length > MAX_WATCHED) {
    return fail(appError('plan.tooMany', 'too many watched limits', { max: MAX_WATCHED }));
  }
  return ok(body);
}
