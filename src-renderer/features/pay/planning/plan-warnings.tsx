import { Alert, List } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayContext } from '../../../../shared/pay/pay-input.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { listPayAmounts } from '../../../../shared/planning/pay-amounts.ts';
import { listPlanWarnings } from '../../../../shared/planning/plan-warnings.ts';
import type { PassedThreshold } from '../../../../shared/planning/watched-thresholds.ts';
import { listPassedThresholds } from '../../../../shared/planning/watched-thresholds.ts';
import type { ActivitySettingsBody } from '../../../../shared/records/activity-settings.ts';
import type { WatchedThreshold } from '../../../../shared/records/pay-plan.ts';
import { usePassedWords } from '../pieces/use-passed-words.ts';
import type { ComputedScenario } from './computed-scenario.ts';
import { usePlanWarningWords } from './use-plan-warning-words.ts';

/** What a person should know of a scenario, in words, month by month. */
export function PlanWarnings(
  props: ComputedScenario & {
    readonly settings: ActivitySettingsBody;
    readonly watched: readonly WatchedThreshold[];
    readonly context: PayContext<RecordOf<'salaryStatement'>>;
  },
): JSX.Element | null {
  const { t } = useTranslation('payPlan');
  const warningWords = usePlanWarningWords(props.settings.currency);
  const passedWords = usePassedWords();
  const { scenario, plan, watched, context } = props;
  const warnings = listPlanWarnings(plan.months, scenario.reserveTargetCents, context.versions);
  const pays = listPayAmounts(context.statements, plan.months);
  const passed = listPassedThresholds(watched, pays, plan.months[0]?.month ?? '');
  const words = [...warningWords(warnings), ...groupByLimit(passed).map(passedWords)];
  if (words.length === 0) return null;
  const isNegative = warnings.some(({ kind }) => kind === 'negativeAccount');
  return (
    <Alert color={isNegative ? 'red' : 'yellow'} variant="light" title={t('warnings')} data-testid="plan-warnings">
      <List size="sm">
        {words.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** The months that pass one monthly limit in one sentence; quarters and years each have their own. */
function groupByLimit(passed: readonly PassedThreshold[]): readonly (readonly PassedThreshold[])[] {
  const groups = new Map<string, PassedThreshold[]>();
  for (const one of passed) {
    const { label, per } = one.threshold;
    const key = per === 'month' ? label : `${label} ${one.period}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
