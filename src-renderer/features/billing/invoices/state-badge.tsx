import { Badge } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceState } from '../../../../shared/billing/receivables.ts';

const LOOKS = {
  draft: { label: 'stateDraft', color: 'gray', variant: 'outline' },
  toCollect: { label: 'stateToCollect', color: 'blue', variant: 'light' },
  overdue: { label: 'stateOverdue', color: 'red', variant: 'light' },
  paid: { label: 'statePaid', color: 'field', variant: 'light' },
  voided: { label: 'stateVoided', color: 'gray', variant: 'light' },
} as const;

/** State of an invoice in words and colour. */
export function StateBadge({ state }: { readonly state: InvoiceState }): JSX.Element {
  const { t } = useTranslation('invoices');
  const { label, color, variant } = LOOKS[state];
  return (
    <Badge color={color} variant={variant} tt="none" data-state={state} style={{ flex: 'none' }}>
      {t(label)}
    </Badge>
  );
}
