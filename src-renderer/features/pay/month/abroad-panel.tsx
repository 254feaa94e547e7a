import { Alert, Grid, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { computeAbroadPay, findCountryProfile } from '../../../../shared/pay/compute-abroad-pay.ts';
import type { CooperativeSettingsBody } from '../../../../shared/records/cooperative-settings.ts';
import { addMonths, monthOf } from '../../../../shared/time/month.ts';
import type { ActivityFigures } from '../../../data/activity-figures.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { AmountInput } from '../../../ui/amount-input.tsx';
import { AbroadRequestButton } from './abroad-request-button.tsx';
import { AbroadResult } from './abroad-result.tsx';

/** Pay of a member outside the French payroll: a budget in their own currency, less the lines of their country. */
export function AbroadPanel(props: {
  readonly figures: ActivityFigures;
  readonly cooperative: CooperativeSettingsBody;
}): JSX.Element {
  const { t } = useTranslation('abroad');
  const format = useFormat();
  const { account, settings } = props.figures;
  const thisMonth = monthOf(localToday());
  const [period, setPeriod] = useState(thisMonth);
  const [budgetMinor, setBudgetMinor] = useState<number | undefined>(account.availableCents);
  const profile = findCountryProfile(props.cooperative.countryProfiles ?? [], settings.body.country, period);
  const pay =
    profile.ok && budgetMinor !== undefined ? computeAbroadPay(profile.value, period, budgetMinor) : undefined;
  const refused = !profile.ok ? profile.error : pay?.ok === false ? pay.error : undefined;
  const { currency } = settings.body;
  const isOtherCurrency = profile.ok && profile.value.currency !== currency;
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Paper withBorder p="md">
          <Stack gap="md">
            <Text size="sm">{t('hint')}</Text>
            <Text>
              {t('available')}{' '}
              <strong className="figures" data-testid="available">
                {format.money(account.availableCents, currency)}
              </strong>
            </Text>
            <NativeSelect
              label={t('month')}
              value={period}
              onChange={(event) => {
                setPeriod(event.currentTarget.value);
              }}
              data={[addMonths(thisMonth, -1), thisMonth, addMonths(thisMonth, 1)].map((month) => ({
                value: month,
                label: format.month(month),
              }))}
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
            {refused !== undefined && (
              <Alert color="red" role="alert">
                {format.error(refused)}
              </Alert>
            )}
            {isOtherCurrency && (
              <Alert color="orange" role="alert">
                {t('otherCurrency', { account: currency, profile: profile.value.currency })}
              </Alert>
            )}
            {pay?.ok === true && !isOtherCurrency && <AbroadRequestButton account={account} pay={pay.value} />}
          </Stack>
        </Paper>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        {pay?.ok === true && <AbroadResult account={account} pay={pay.value} />}
      </Grid.Col>
    </Grid>
  );
}
