import { ActionIcon, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { JSX, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { computeLineAmount } from '../../../../shared/billing/line-amount.ts';
import { vatRatesOn } from '../../../../shared/billing/vat-rates.ts';
import { appError } from '../../../../shared/core/errors.ts';
import { currencyDecimals } from '../../../../shared/money/currency.ts';
import type { InvoiceLine } from '../../../../shared/records/invoice.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { VatRateField } from '../../../ui/vat-rate-field.tsx';
import type { LineFields } from './draft-form.ts';

/** One line of a draft; on a narrow screen its fields stand below each other. */
export function LineRow(props: {
  readonly line: LineFields;
  readonly index: number;
  readonly count: number;
  readonly read: InvoiceLine | undefined;
  readonly unreadable: readonly string[];
  readonly date: string;
  readonly currency: string;
  readonly onChange: (change: Partial<Omit<LineFields, 'key'>>) => void;
  readonly onKeyDown: (event: KeyboardEvent, field: string) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}): JSX.Element {
  const { line, index, count, read, date, currency, onChange } = props;
  const { t } = useTranslation('invoices');
  const format = useFormat();
  const number = index + 1;
  const rates = vatRatesOn(date);
  const choices = rates.includes(line.vatRatePpm) ? rates : [line.vatRatePpm, ...rates];
  const amount =
    read === undefined ? undefined : computeLineAmount(read.quantity, read.unitPrice, currencyDecimals(currency));
  const field = (name: string, label: string) => ({
    // Shown on narrow screens only, where the row of headings is gone.
    label,
    'aria-label': `${label}, ${t('line', { line: number })}`,
    'data-field': name,
    onKeyDown: (event: KeyboardEvent) => {
      props.onKeyDown(event, name);
    },
  });
  const text = (name: 'quantity' | 'unit' | 'unitPrice', label: string) => ({
    ...field(name, label),
    value: line[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange({ [name]: event.currentTarget.value });
    },
  });
  const numberError = (name: 'quantity' | 'unitPrice') =>
    props.unreadable.includes(name)
      ? format.error(appError(name === 'quantity' ? 'quantity.invalid' : 'amount.invalid', name))
      : undefined;
  return (
    <li className="invoice-line" data-line={line.key} aria-label={t('line', { line: number })}>
      <Textarea
        {...field('description', t('description'))}
        placeholder={t('description')}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={1000}
        value={line.description}
        onChange={(event) => {
          onChange({ description: event.currentTarget.value });
        }}
      />
      <TextInput {...text('quantity', t('quantity'))} inputMode="decimal" error={numberError('quantity')} />
      <TextInput {...text('unit', t('unit'))} placeholder={t('unit')} maxLength={200} />
      <TextInput
        {...text('unitPrice', t('unitPrice'))}
        placeholder="0,00"
        inputMode="decimal"
        error={numberError('unitPrice')}
      />
      <VatRateField
        {...field('vatRate', t('vatRate'))}
        rates={choices}
        ratePpm={line.vatRatePpm}
        error={
          rates.includes(line.vatRatePpm)
            ? undefined
            : format.error(appError('billing.vatRateNotInForce', '', { line: number }))
        }
        onRate={(vatRatePpm) => {
          onChange({ vatRatePpm });
        }}
      />
      <output className="figures invoice-line-amount">
        {amount?.ok === true ? format.money(amount.value, currency) : '–'}
      </output>
      <span className="invoice-line-actions">
        <ActionIcon
          variant="subtle"
          color="gray"
          data-field="up"
          disabled={index === 0}
          aria-label={t('moveUp', { line: number })}
          onClick={() => {
            props.onMove(-1);
          }}
        >
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          data-field="down"
          disabled={index === count - 1}
          aria-label={t('moveDown', { line: number })}
          onClick={() => {
            props.onMove(1);
          }}
        >
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('removeLine', { line: number })}
          onClick={props.onRemove}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </span>
    </li>
  );
}
