import { Paper, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { advancedExpensesSince } from '../../../../shared/ledger/advanced-expenses.ts';
import { addMonths, firstDay, monthOf } from '../../../../shared/time/month.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ExplanationTable } from '../../../ui/explained-figure.tsx';

/** Under a CAPE: what accumulates and what is paid back. */
export function CapeCard({ figures }: { readonly figures: ActivityFigures }): JSX.Element {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const { store } = useSession();
  const { account, settings } = figures;
  const since = firstDay(addMonths(monthOf(account.asOf), -12));
  const advancedMinor = useFromImage(store.book, () => advancedExpensesSince(store.book.all(), since), [store, since]);
  const { currency } = settings.body;
  return (
    <Paper withBorder p="md">
      <Text mb="xs">{t('capeText')}</Text>
      <ExplanationTable
        label={t('accumulated')}
        lines={[
          { label: t('accumulated'), amount: format.money(account.balanceCents, currency) },
          { label: t('expensesPaidByYou'), amount: format.money(advancedMinor, currency) },
        ]}
      />
    </Paper>
  );
}
