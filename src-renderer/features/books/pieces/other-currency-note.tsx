import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityAccount } from '../../../../shared/ledger/activity-account.ts';

/** That records in another currency than the book's are not part of its account; nothing where there are none. */
export function OtherCurrencyNote({ account }: { readonly account: ActivityAccount }): JSX.Element | undefined {
  const { t } = useTranslation('account');
  const count = account.otherCurrencyCount;
  if (count === 0) return undefined;
  return (
    <Text size="xs" c="var(--mantine-color-error)" data-testid="other-currency">
      {t('otherCurrency', { count })}
    </Text>
  );
}
