import { Alert, Skeleton } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecords } from '../../data/use-image.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSession } from '../../session/session-context.tsx';
import { useActivityFigures } from '../../session/use-activity-figures.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PayTabs } from '../../ui/pay-tabs.tsx';
import { PricePanel } from './price-panel.tsx';

/** "What must I invoice to be paid X?" */
export function PayPricePage(): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const { store } = useSession();
  const figures = useActivityFigures();
  const cooperative = useRecords(store.image('commons'), 'cooperativeSettings').findLast((r) => r.status === 'active');
  return (
    <>
      <PageHeader title={t('priceTitle')} hint={t('priceHint')} />
      <PayTabs />
      {figures === undefined ? (
        <Skeleton height={360} />
      ) : !figures.ok || cooperative === undefined ? (
        <Alert color="orange" role="alert">
          {figures.ok ? null : format.error(figures.error)}
        </Alert>
      ) : (
        <PricePanel figures={figures.value} cooperative={cooperative.body} />
      )}
    </>
  );
}
