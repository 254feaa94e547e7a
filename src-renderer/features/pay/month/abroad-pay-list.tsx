import { Alert, Anchor, Button, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { advancePay } from '../../../data/commands/pay/advance-pay.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PayStatusBadge } from '../pieces/pay-status-badge.tsx';

/** Pays asked so far by a member abroad, newest first. */
export function AbroadPayList(): JSX.Element {
  const { t } = useTranslation('abroad');
  const { t: tPay } = useTranslation('pay');
  const format = useFormat();
  const { store } = useSession();
  const [error, setError] = useState<AppError>();
  const pays = useRecords(store.book, 'abroadPay').toReversed();
  return (
    <Stack mt="xl" gap="xs">
      <Title order={2} size="h3">
        {t('pays')}
      </Title>
      {error !== undefined && (
        <Alert color="red" role="alert">
          {format.error(error)}
        </Alert>
      )}
      {pays.length === 0 ? (
        <Text c="dimmed">{t('noPay')}</Text>
      ) : (
        <Paper withBorder>
          <Table.ScrollContainer minWidth={560} tabIndex={0} aria-label={t('pays')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('month')}</Table.Th>
                  <Table.Th ta="right">{t('budget')}</Table.Th>
                  <Table.Th ta="right">{t('paid')}</Table.Th>
                  <Table.Th>{tPay('state')}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {pays.map((pay) => (
                  <AbroadPayRow key={pay.id} pay={pay} onError={setError} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
    </Stack>
  );
}

function AbroadPayRow(props: {
  readonly pay: RecordOf<'abroadPay'>;
  readonly onError: (error: AppError | undefined) => void;
}): JSX.Element {
  const { t } = useTranslation('pay');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  const { input, paidMinor, currency } = props.pay.body;
  async function withdraw(): Promise<void> {
    const done = await advancePay(store, props.pay, 'cancelled');
    props.onError(done.ok ? undefined : done.error);
  }
  function confirm(): void {
    modals.openConfirmModal({
      title: t('withdraw'),
      children: <Text>{t('withdrawText', { month: format.month(input.period) })}</Text>,
      labels: { confirm: t('withdraw'), cancel: tCommon('cancel') },
      onConfirm: () => void withdraw(),
    });
  }
  return (
    <Table.Tr data-testid="abroad-pay-row">
      <Table.Td>
        <Anchor href={`#/pays/${encodeURIComponent(props.pay.id)}`} size="sm">
          {format.month(input.period)}
        </Anchor>
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {format.money(input.budgetMinor, currency)}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {format.money(paidMinor, currency)}
      </Table.Td>
      <Table.Td>
        <PayStatusBadge pay={props.pay} />
      </Table.Td>
      <Table.Td ta="right">
        {props.pay.status === 'requested' && (
          <Button variant="subtle" size="compact-sm" onClick={confirm}>
            {t('withdraw')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
