import { ActionIcon, Badge, Group, Paper, Table, Text, Title } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExpenseMonth } from '../../../../shared/ledger/expense-months.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { ReceiptThumbnail } from '../pieces/receipt-thumbnail.tsx';

const COLUMNS = 8;

/** The expenses of one month with their totals. */
export function ExpenseMonthTable(props: {
  readonly month: ExpenseMonth;
  readonly currency: string;
  readonly isWritable: boolean;
  readonly editingId: string | undefined;
  /** The fields that stand in place of the expense being edited. */
  readonly editor: ReactNode;
  readonly onEdit: (expense: RecordOf<'expense'>) => void;
  readonly onVoid: (expense: RecordOf<'expense'>) => void;
}): JSX.Element {
  const { month, currency } = props;
  const { t } = useTranslation('expenses');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const name = t('listOf', { month: format.month(month.month) });
  const totals = [
    ['total', t('monthTotal'), month.totalCents],
    ['vat', tCommon('vat'), month.vatCents],
    ['refund', t('monthRefund'), month.toRefundCents],
  ] as const;
  return (
    <Paper withBorder component="section" aria-label={name}>
      <Group justify="space-between" p="xs" gap="xs">
        <Title order={2} size="h5" tt="capitalize">
          {format.month(month.month)}
        </Title>
        <Group gap="md">
          {totals.map(([key, label, cents]) => (
            <Text key={key} size="sm" className="figures">
              <Text span size="sm" c="dimmed">
                {label}{' '}
              </Text>
              <strong data-testid={`expenses-${month.month}-${key}`}>{format.money(cents, currency)}</strong>
            </Text>
          ))}
        </Group>
      </Group>
      {month.otherCurrencyCount > 0 && (
        <Text size="sm" c="dimmed" px="xs">
          {t('otherCurrency', { count: month.otherCurrencyCount })}
        </Text>
      )}
      <Table.ScrollContainer minWidth={900} tabIndex={0} aria-label={name}>
        <Table fz="sm" verticalSpacing={4} layout="fixed" aria-label={name}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={96}>{tCommon('date')}</Table.Th>
              <Table.Th>{tCommon('label')}</Table.Th>
              <Table.Th w={140}>{t('category')}</Table.Th>
              <Table.Th w={116}>{t('paidBy')}</Table.Th>
              <Table.Th ta="right" w={116}>
                {tCommon('amountIncludingVat')}
              </Table.Th>
              <Table.Th ta="right" w={88}>
                {tCommon('vat')}
              </Table.Th>
              <Table.Th w={92}>{t('receipt')}</Table.Th>
              <Table.Th w={84}>
                <span className="visually-hidden">{t('actions')}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {month.expenses.map((expense) =>
              expense.id === props.editingId ? (
                <Table.Tr key={expense.id}>
                  <Table.Td colSpan={COLUMNS}>{props.editor}</Table.Td>
                </Table.Tr>
              ) : (
                <ExpenseRow key={expense.id} expense={expense} {...props} />
              ),
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function ExpenseRow(props: {
  readonly expense: RecordOf<'expense'>;
  readonly isWritable: boolean;
  readonly onEdit: (expense: RecordOf<'expense'>) => void;
  readonly onVoid: (expense: RecordOf<'expense'>) => void;
}): JSX.Element {
  const { expense } = props;
  const { body } = expense;
  const { t } = useTranslation('expenses');
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td className="figures">{format.date(expense.date)}</Table.Td>
      <Table.Td>
        {body.label}
        {expense.isPending === true && (
          <Badge ml={6} size="sm" variant="outline" color="gray" tt="none" c="dimmed">
            {t('waiting')}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{t(`category.${body.category}`)}</Table.Td>
      <Table.Td>{t(`paidBy.${body.paidBy}`)}</Table.Td>
      <Table.Td className="figures" ta="right">
        {format.money(body.amountCents, body.currency)}
      </Table.Td>
      <Table.Td className="figures" ta="right" c="dimmed">
        {format.money(body.vatCents, body.currency)}
      </Table.Td>
      <Table.Td>
        {body.receipt !== undefined && <ReceiptThumbnail manifest={body.receipt} activityId={expense.activityId} />}
      </Table.Td>
      <Table.Td>
        {props.isWritable && (
          <Group gap={2} wrap="nowrap" justify="flex-end">
            <ActionIcon
              variant="subtle"
              color="gray"
              id={`edit-${expense.id}`}
              aria-label={t('editRow', { label: body.label })}
              onClick={() => {
                props.onEdit(expense);
              }}
            >
              <IconPencil size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('removeRow', { label: body.label })}
              onClick={() => {
                props.onVoid(expense);
              }}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
