import { List, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayHistory as History } from '../../../../shared/records/pay-history.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** The steps of a pay, each with its author, date and comment. */
export function PayHistory({ history }: { readonly history: History }): JSX.Element {
  const { t } = useTranslation('payDocument');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  return (
    <div>
      <Title order={3} size="h6">
        {t('history')}
      </Title>
      <List size="sm" data-testid="pay-history">
        {history.map(({ status, at, by, comment }) => (
          <List.Item key={`${status} ${at}`}>
            {t('historyStep', {
              status: tPay(`status.${status as 'paid'}`, { defaultValue: status }),
              date: format.date(localToday(new Date(at))),
              by,
            })}
            {comment !== undefined && comment !== '' && <q> {comment} </q>}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
