import { Checkbox, NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vatRatesOn } from '../../../../shared/billing/vat-rates.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import type { PayDirection } from '../../../../shared/salary/solve-pay.ts';
import { monthOf } from '../../../../shared/time/month.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { usePayContext } from '../pieces/use-pay-context.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { InputAndResult } from '../../../ui/input-and-result.tsx';
import { VatRateField } from '../../../ui/vat-rate-field.tsx';
import { costOfWish } from './cost-of-wish.ts';
import { PriceResult } from './price-result.tsx';
import { isOnPayroll } from '../../../../shared/contract/contract-in.ts';

const DIRECTIONS = ['net', 'gross', 'cost'] as const;
const FIRST_WISH_MINOR = 150_000;

/** The wish on the left, the price with all its lines on the right. */
export function PricePanel(props: {
  readonly figures: ActivityFigures;
  readonly cooperative: CooperativeSettings;
}): JSX.Element {
  const { t } = useTranslation('payPlan');
  const format = useFormat();
  const { figures, cooperative } = props;
  const { settings, account } = figures;
  const { currency, defaultVatRatePpm, contract } = settings.body;
  const context = usePayContext(figures);
  // Only the French payroll turns a cost into a net.
  const directions = isOnPayroll(contract) ? DIRECTIONS : (['cost'] as const);
  const [wish, setWish] = useState<PayDirection>(isOnPayroll(contract) ? 'net' : 'cost');
  const [amountMinor, setAmountMinor] = useState<number | undefined>(FIRST_WISH_MINOR);
  const [vatRatePpm, setVatRatePpm] = useState(defaultVatRatePpm);
  const [usesAvailable, setUsesAvailable] = useState(false);
  const today = localToday();
  const rates = [...new Set([defaultVatRatePpm, ...vatRatesOn(today)])].toSorted((a, b) => b - a);
  const cost =
    amountMinor === undefined
      ? undefined
      : costOfWish(settings.body, cooperative, monthOf(today), context, wish, amountMinor);
  return (
    <InputAndResult
      result={
        cost?.ok === true &&
        account.running !== undefined && (
          <PriceResult
            wish={cost.value}
            running={account.running}
            vatRatePpm={vatRatePpm}
            availableMinor={usesAvailable ? account.availableCents : 0}
            currency={currency}
          />
        )
      }
    >
      <NativeSelect
        label={t('wish')}
        value={wish}
        data={directions.map((value) => ({ value, label: t(`wish.${value}`) }))}
        onChange={(event) => {
          setWish(directions.find((known) => known === event.currentTarget.value) ?? 'cost');
        }}
      />
      <AmountInput
        label={t('wishAmount')}
        size="lg"
        currency={currency}
        valueMinor={amountMinor}
        isPositive
        onValue={setAmountMinor}
        data-testid="wish-amount"
      />
      <VatRateField label={t('vatRate')} ratePpm={vatRatePpm} rates={rates} onRate={setVatRatePpm} />
      <Checkbox
        label={t('useAvailable', { amount: format.money(account.availableCents, currency) })}
        checked={usesAvailable}
        onChange={(event) => {
          setUsesAvailable(event.currentTarget.checked);
        }}
      />
      <ErrorMessage color="orange" error={cost?.ok === false ? cost.error : undefined} />
    </InputAndResult>
  );
}
