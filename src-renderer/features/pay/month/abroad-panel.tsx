import { Alert, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { computeAbroadPay, findCountryProfile } from '../../../../shared/pay/compute-abroad-pay.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import { monthOf } from '../../../../shared/time/month.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { localToday } from '../../../data/local-today.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { InputAndResult } from '../../../ui/input-and-result.tsx';
import { AbroadRequestButton } from './abroad-request-button.tsx';
import { AbroadResult } from './abroad-result.tsx';
import { AvailableAndMonth } from './available-and-month.tsx';

/** Pay of a member outside the French payroll: a budget in their own currency, less the lines of their country. */
export function AbroadPanel(props: {
  readonly figures: ActivityFigures;
  readonly cooperative: CooperativeSettings;
}): JSX.Element {
  const { t } = useTranslation('abroad');
  const { account, settings } = props.figures;
  const [period, setPeriod] = useState(() => monthOf(localToday()));
  const [budgetMinor, setBudgetMinor] = useState<number | undefined>(account.availableCents);
  const profile = findCountryProfile(props.cooperative.countryProfiles ?? [], settings.body.country, period);
  const pay =
    profile.ok && budgetMinor !== undefined ? computeAbroadPay(profile.value, period, budgetMinor) : undefined;
  const refused = !profile.ok ? profile.error : pay?.ok === false ? pay.error : undefined;
  const { currency } = settings.body;
  const isOtherCurrency = profile.ok && profile.value.currency !== currency;
  return (
    <InputAndResult result={pay?.ok === true && <AbroadResult account={account} pay={pay.value} />}>
      <Text size="sm">{t('hint')}</Text>
      <AvailableAndMonth
        label={t('available')}
        availableMinor={account.availableCents}
        currency={currency}
        period={period}
        onPeriod={setPeriod}
      />
      <AmountInput
        label={t('budget')}
        size="lg"
        currency={currency}
        valueMinor={budgetMinor}
        isPositive
        onValue={setBudgetMinor}
        data-testid="abroad-budget"
      />
      <ErrorMessage error={refused} />
      {isOtherCurrency && (
        <Alert color="orange" role="alert">
          {t('otherCurrency', { account: currency, profile: profile.value.currency })}
        </Alert>
      )}
      {pay?.ok === true && !isOtherCurrency && (
        <AbroadRequestButton account={account} openingDate={settings.body.openingDate} pay={pay.value} />
      )}
    </InputAndResult>
  );
}
