import { Anchor, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { modals } from '@mantine/modals';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { advancePay } from '../../../data/commands/pay/advance-pay.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { VerdictMark } from '../../cooperative/pieces/verdict-mark.tsx';
import { PayStatusBadge } from '../pieces/pay-status-badge.tsx';

/** Pays asked so far, newest first, with their state and the server's verdict. */
export function StatementList(): JSX.Element {
  const { t } = useTranslation('pay');
  const { store } = useSession();
  const statements = useRecords(store.book, 'salaryStatement').toReversed();
  return (
    <Stack mt="xl" gap="xs">
      <Title order={2} size="h3">
        {t('statements')}
      </Title>
      {statements.length === 0 ? (
        <Text c="dimmed">{t('noStatement')}</Text>
      ) : (
        <Paper withBorder>
          <Table.ScrollContainer minWidth={640} tabIndex={0} aria-label={t('statements')}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('month')}</Table.Th>
                  <Table.Th ta="right">{t('netBeforeTax')}</Table.Th>
                  <Table.Th ta="right">{t('employerCost')}</Table.Th>
                  <Table.Th>{t('state')}</Table.Th>
                  <Table.Th>{t('verdict')}</Table.Th>
                  <Table.Th />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {statements.map((statement) => (
                  <StatementRow key={statement.id} statement={statement} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
    </Stack>
  );
}

function StatementRow({ statement }: { readonly statement: RecordOf<'salaryStatement'> }): JSX.Element {
  const format = useFormat();
  const { store } = useSession();
  const { input, totals } = statement.body;
  return (
    <Table.Tr data-testid="statement-row">
      <Table.Td>
        <Anchor href={`#/pays/${encodeURIComponent(statement.id)}`} size="sm">
          {format.month(input.period)}
        </Anchor>
      </Table.Td>
      <Table.Td ta="right" className="figures" data-testid="statement-net">
        {format.money(totals.netBeforeTaxCents)}
      </Table.Td>
      <Table.Td ta="right" className="figures" data-testid="statement-cost">
        {format.money(totals.totalCostCents)}
      </Table.Td>
      <Table.Td>
        <PayStatusBadge pay={statement} />
      </Table.Td>
      <Table.Td>
        <VerdictMark image={store.book} recordId={statement.id} />
      </Table.Td>
      <Table.Td>
        {statement.status === 'requested' && (
          <Group justify="flex-end">
            <CancelButton statement={statement} />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function CancelButton({ statement }: { readonly statement: RecordOf<'salaryStatement'> }): JSX.Element {
  const { t } = useTranslation('pay');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { store } = useSession();
  async function withdraw(): Promise<void> {
    const done = await advancePay(store, statement, 'cancelled');
    if (!done.ok) modals.open({ title: t('withdraw'), children: <Text role="alert">{format.error(done.error)}</Text> });
  }
  function confirm(): void {
    modals.openConfirmModal({
      title: t('withdraw'),
      children: <Text>{t('withdrawText', { month: format.month(statement.body.input.period) })}</Text>,
      labels: { confirm: t('withdraw'), cancel: tCommon('cancel') },
      onConfirm: () => void withdraw(),
    });
  }
  return (
    <Button variant="subtle" size="compact-sm" onClick={confirm}>
      {t('withdraw')}
    </Button>
  );
}
