import { Button, Group, Modal, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentLine } from '../../../../shared/billing/payment-reversal.ts';
import { listPayments } from '../../../../shared/billing/payment-reversal.ts';
import { invoiceState, listReceivables } from '../../../../shared/billing/receivables.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { reversePayment } from '../../../data/commands/billing/record-payment.ts';
import { localToday } from '../../../data/local-today.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { DialogButtons } from '../../../ui/form-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PaymentForm } from './payment-form.tsx';
import { METHOD_LABELS } from './payment-methods.ts';
import { StateBadge } from './state-badge.tsx';

/** What was collected on an invoice, what is still due, and how to note or take back a payment. */
export function PaymentsPanel({ invoice }: { readonly invoice: RecordOf<'invoice'> }): JSX.Element {
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { store } = useSession();
  const payments = useRecords(store.book, 'payment');
  const [isAdding, setIsAdding] = useState(false);
  const [reversed, setReversed] = useState<PaymentLine['payment']>();
  const [receivable] = listReceivables([invoice, ...payments], localToday());
  const lines = listPayments(payments, invoice.id);
  const { currency } = invoice.body;
  const dueCents = receivable?.dueCents ?? 0;

  return (
    <Paper withBorder p="md" mb="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('payments')}
        </Title>
        <StateBadge state={invoiceState(invoice, receivable)} />
      </Group>
      <Group gap="lg" mb="sm">
        <Text size="sm">
          {t('paid')} <strong className="figures">{format.money(receivable?.paidCents ?? 0, currency)}</strong>
        </Text>
        <Text size="sm">
          {dueCents < 0 ? t('overpaid') : t('due')}{' '}
          <strong className="figures" data-testid="invoice-due">
            {format.money(Math.abs(dueCents), currency)}
          </strong>
        </Text>
      </Group>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('paymentsNone')}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={280} tabIndex={0} aria-label={t('payments')}>
          <Table fz="sm" verticalSpacing={4} aria-label={t('payments')}>
            <Table.Tbody>
              {lines.map((line) => (
                <PaymentRow
                  key={line.payment.id}
                  line={line}
                  all={lines}
                  onReverse={() => {
                    setReversed(line.payment);
                  }}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {isAdding ? (
        <PaymentForm
          invoice={invoice}
          dueCents={dueCents}
          onDone={() => {
            setIsAdding(false);
          }}
        />
      ) : (
        <Button
          mt="sm"
          variant={dueCents > 0 ? 'filled' : 'default'}
          onClick={() => {
            setIsAdding(true);
          }}
        >
          {t('paymentAdd')}
        </Button>
      )}
      {reversed !== undefined && (
        <ReverseDialog
          payment={reversed}
          onClose={() => {
            setReversed(undefined);
          }}
        />
      )}
    </Paper>
  );
}

function PaymentRow(props: {
  readonly line: PaymentLine;
  readonly all: readonly PaymentLine[];
  readonly onReverse: () => void;
}): JSX.Element {
  const { payment, reversedBy, isReversible } = props.line;
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { amountCents, currency, method, note, reverses } = payment.body;
  const original = props.all.find((line) => line.payment.id === reverses)?.payment;
  const remark = [
    ...(original === undefined ? [] : [t('reversal', { date: format.date(original.date) })]),
    ...(reversedBy === undefined ? [] : [t('reversed', { date: format.date(reversedBy.date) })]),
    ...(note === undefined ? [] : [note]),
  ].join(' · ');
  const amount = format.money(amountCents, currency);
  return (
    <Table.Tr>
      <Table.Td className="figures">{format.date(payment.date)}</Table.Td>
      <Table.Td>
        {t(METHOD_LABELS[method])}
        {remark !== '' && (
          <Text size="xs" c="dimmed">
            {remark}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {amount}
      </Table.Td>
      <Table.Td ta="right">
        {isReversible && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t('reverseLabel', { amount, date: format.date(payment.date) })}
            onClick={props.onReverse}
          >
            {t('reverse')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function ReverseDialog(props: { readonly payment: RecordOf<'payment'>; readonly onClose: () => void }): JSX.Element {
  const { payment, onClose } = props;
  const { t } = useTranslation('invoices');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const [error, setError] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);

  async function reverse(): Promise<void> {
    setIsSaving(true);
    const done = await reversePayment(store, payment.id);
    setIsSaving(false);
    setError(done.ok ? undefined : done.error);
    if (!done.ok) return;
    notifications.show({ message: t('reverseDone') });
    onClose();
  }

  return (
    <Modal closeButtonProps={{ 'aria-label': tCommon('close') }} opened onClose={onClose} title={t('reverseTitle')}>
      <Stack
        component="form"
        gap="sm"
        onSubmit={(event) => {
          event.preventDefault();
          void reverse();
        }}
      >
        <Text size="sm">
          {t('reverseText', { amount: format.money(-payment.body.amountCents, payment.body.currency) })}
        </Text>
        <ErrorMessage error={error} />
        <DialogButtons
          submitLabel={t('reverseConfirm')}
          color="red"
          isSaving={isSaving}
          onCancel={onClose}
          testId="confirm-reverse"
        />
      </Stack>
    </Modal>
  );
}
