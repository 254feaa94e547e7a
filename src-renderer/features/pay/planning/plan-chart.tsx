import { Skeleton, Title, VisuallyHidden } from '@mantine/core';
import type { JSX } from 'react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import type { ComputedScenario } from './computed-scenario.ts';

const HEIGHT = 280;

// The chart library is larger than the rest of the screen: nobody waits for it.
const Drawing = lazy(() => import('./plan-drawing.tsx').then((module) => ({ default: module.PlanDrawing })));

/** Cost and net of each month as bars, the balance as a line; the months below say the same in figures. */
export function PlanChart(props: {
  readonly shown: readonly ComputedScenario[];
  readonly currency: string;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const { shown, currency } = props;
  return (
    <>
      <Title order={2} size="h4" mb="xs">
        {t('chart')}
      </Title>
      <VisuallyHidden>
        {shown.map(({ scenario, plan }) => (
          <p key={scenario.name}>
            {t('chartSummary', {
              name: scenario.name,
              amount: format.money(plan.months.at(-1)?.closingCents ?? 0, currency),
            })}
          </p>
        ))}
      </VisuallyHidden>
      <div aria-hidden="true" data-testid="plan-chart">
        <Suspense fallback={<Skeleton height={HEIGHT} />}>
          <Drawing shown={shown} currency={currency} height={HEIGHT} />
        </Suspense>
      </div>
    </>
  );
}
