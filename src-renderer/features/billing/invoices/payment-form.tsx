import { NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX, KeyboardEvent, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { recordPayment } from '../../../data/commands/billing/record-payment.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { DialogButtons } from '../../../ui/form-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import type { PaymentMethod } from './payment-methods.ts';
import { METHOD_LABELS, PAYMENT_METHODS } from './payment-methods.ts';

/** Notes money received; the amount proposed is what is still due. */
export function PaymentForm(props: {
  readonly invoice: RecordOf<'invoice'>;
  readonly dueCents: number;
  readonly onDone: () => void;
}): JSX.Element {
  const { invoice, dueCents, onDone } = props;
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const { store } = useSession();
  const today = localToday();
  const [amountCents, setAmountCents] = useState<number | undefined>(dueCents > 0 ? dueCents : undefined);
  const [date, setDate] = useState(today);
  const [method, setMethod] = useState<PaymentMethod>('transfer');
  const [note, setNote] = useState('');
  const [error, setError] = useState<AppError>();
  const [isSaving, setIsSaving] = useState(false);
  const { currency } = invoice.body;

  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (amountCents === undefined) {
      setError(appError('amount.invalid', 'no amount'));
      return;
    }
    setIsSaving(true);
    const done = await recordPayment(store, { invoiceId: invoice.id, amountCents, date, method, note });
    setIsSaving(false);
    setError(done.ok ? undefined : done.error);
    if (!done.ok) return;
    notifications.show({ message: t('paymentSaved', { amount: format.money(amountCents, currency) }) });
    onDone();
  }

  return (
    <form
      onSubmit={(event) => void save(event)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') onDone();
      }}
      noValidate
    >
      <Stack gap="sm" mt="sm">
        <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
          <AmountInput
            label={t('paymentAmount')}
            currency={currency}
            valueMinor={amountCents}
            onValue={setAmountCents}
            autoFocus
          />
          <DateField label={t('paymentDate')} max={today} value={date} onValue={setDate} keepsLast />
          <NativeSelect
            label={t('paymentMethod')}
            data={PAYMENT_METHODS.map((value) => ({ value, label: t(METHOD_LABELS[value]) }))}
            value={method}
            onChange={(event) => {
              const found = PAYMENT_METHODS.find((value) => value === event.currentTarget.value);
              if (found !== undefined) setMethod(found);
            }}
          />
        </SimpleGrid>
        <TextInput
          label={t('paymentNote')}
          maxLength={200}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
        {amountCents !== undefined && amountCents > Math.max(0, dueCents) && (
          <Text size="sm" role="status">
            {t('paymentMore', { amount: format.money(amountCents - Math.max(0, dueCents), currency) })}
          </Text>
        )}
        <ErrorMessage error={error} />
        <DialogButtons submitLabel={t('paymentSave')} isSaving={isSaving} onCancel={onDone} testId="save-payment" />
      </Stack>
    </form>
  );
}
