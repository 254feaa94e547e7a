import { SegmentedControl } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

const TABS = ['/pay', '/pay-plan', '/pay-price'] as const;

/** The three ways to look at pay: this month, twelve months, the price to invoice. */
export function PayTabs(): JSX.Element {
  const { t } = useTranslation('payPlan');
  const [location, navigate] = useLocation();
  return (
    <SegmentedControl
      className="no-print"
      mb="md"
      maw="100%"
      aria-label={t('views')}
      value={location}
      onChange={navigate}
      data={TABS.map((value) => ({ value, label: t(`view.${value}`) }))}
    />
  );
}
