import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PayTabs } from '../pieces/pay-tabs.tsx';
import { WithFigures } from '../pieces/with-figures.tsx';
import { PricePanel } from './price-panel.tsx';

/** "What must I invoice to be paid X?" */
export function PayPricePage(): JSX.Element {
  const { t } = useTranslation('payPlan');
  return (
    <>
      <PageHeader title={t('priceTitle')} hint={t('priceHint')} />
      <PayTabs />
      <WithFigures>{(figures, cooperative) => <PricePanel figures={figures} cooperative={cooperative} />}</WithFigures>
    </>
  );
}
