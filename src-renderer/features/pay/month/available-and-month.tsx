import { NativeSelect, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, monthOf } from '../../../../shared/time/month.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** What the account can pay, and the month a pay is asked for: the last, this or the next one. */
export function AvailableAndMonth(props: {
  readonly label: string;
  readonly availableMinor: number;
  readonly currency: string;
  readonly period: string;
  readonly onPeriod: (period: string) => void;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const format = useFormat();
  const thisMonth = monthOf(localToday());
  return (
    <>
      <Text>
        {props.label}{' '}
        <strong className="figures" data-testid="available">
          {format.money(props.availableMinor, props.currency)}
        </strong>
      </Text>
      <NativeSelect
        label={t('month')}
        value={props.period}
        onChange={(event) => {
          props.onPeriod(event.currentTarget.value);
        }}
        data={[-1, 0, 1].map((step) => {
          const month = addMonths(thisMonth, step);
          return { value: month, label: format.month(month) };
        })}
      />
    </>
  );
}
