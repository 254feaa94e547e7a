import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PayTabs } from '../pieces/pay-tabs.tsx';
import { WithFigures } from '../pieces/with-figures.tsx';
import { PlanWorkspace } from './plan-workspace.tsx';

/** Twelve months ahead: what comes in, what is paid, what stays; one scenario or two side by side. */
export function PayPlanPage(): JSX.Element {
  const { t } = useTranslation('payPlan');
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <PayTabs />
      <WithFigures>
        {(figures, cooperative) => <PlanWorkspace figures={figures} cooperative={cooperative} />}
      </WithFigures>
    </>
  );
}
