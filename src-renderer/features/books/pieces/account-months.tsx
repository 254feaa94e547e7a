import { ActionIcon, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountMonth, ActivityAccount } from '../../../../shared/ledger/activity-account.ts';
import { firstDay } from '../../../../shared/time/month.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ExplanationTable } from '../../../ui/explained-figure.tsx';
import { useMonthLines } from './use-month-lines.ts';

/** The activity account month by month, newest first; each month unfolds to its lines with the contribution's rule. */
export function AccountMonths(props: { readonly account: ActivityAccount; readonly currency: string }): JSX.Element {
  const { t } = useTranslation('account');
  const format = useFormat();
  const { account, currency } = props;
  const [first] = account.months;
  return (
    <Table.ScrollContainer minWidth={880} tabIndex={0} aria-label={t('months')}>
      <Table fz="sm" verticalSpacing={4} aria-label={t('months')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('month')}</Table.Th>
            {(
              [
                'opening',
                'collected',
                'otherIncome',
                'charges',
                'contribution',
                'margin',
                'employerCost',
                'closing',
              ] as const
            ).map((key) => (
              <Table.Th key={key} ta="right">
                {t(key)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {account.months.toReversed().map((month) => (
            <MonthRow key={month.month} month={month} currency={currency} />
          ))}
          {first !== undefined && (
            <Table.Tr>
              <Table.Td colSpan={8}>
                <Text size="sm" c="dimmed">
                  {t('openingBalance', { date: format.date(firstDay(first.month)) })}
                </Text>
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {format.money(first.openingCents, currency)}
              </Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function MonthRow({ month, currency }: { readonly month: AccountMonth; readonly currency: string }): JSX.Element {
  const { t } = useTranslation('account');
  const format = useFormat();
  const toLines = useMonthLines();
  const [isOpen, { toggle }] = useDisclosure(false);
  const name = format.month(month.month);
  const amounts = [
    month.openingCents,
    month.collectedCents,
    month.otherIncomeCents,
    -month.chargesCents,
    -month.contribution.amountCents,
    month.marginCents,
    -month.employerCostCents,
    month.closingCents,
  ];
  return (
    <>
      <Table.Tr data-testid={`month-${month.month}`}>
        <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
          <ActionIcon
            variant="subtle"
            size="sm"
            onClick={toggle}
            aria-expanded={isOpen}
            aria-label={t(isOpen ? 'hideMonth' : 'showMonth', { month: name })}
          >
            {isOpen ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
          </ActionIcon>{' '}
          {name}
        </Table.Th>
        {amounts.map((amount, index) => (
          <Table.Td key={index} ta="right" className="figures" fw={index === amounts.length - 1 ? 600 : 400}>
            {format.money(amount === 0 ? 0 : amount, currency)}
          </Table.Td>
        ))}
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={9}>
            <ExplanationTable label={t('monthDetail', { month: name })} lines={toLines(month, currency)} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
