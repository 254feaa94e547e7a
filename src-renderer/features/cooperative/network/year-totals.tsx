import { Button, Group, NativeSelect, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { useFromImage } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { readTotalYears, readYearTotals } from '../../../session/totals-api.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ExportButtons } from '../../../pdf/export-buttons.tsx';
import { moneyCell } from '../../../ui/export-table.ts';
import type { YearTotalsRow } from './year-totals-rows.ts';
import { listYearTotals, TOTAL_COLUMNS } from './year-totals-rows.ts';

/** Totals of any year from the server's own count: also of years and networks this device does not hold. Needs a network. */
export function YearTotals(): JSX.Element {
  const { t } = useTranslation('network');
  const format = useFormat();
  const { store, account } = useSession();
  const image = store.image('network');
  const settings = useFromImage(image, () => [...image.list('activitySettings')], [image]);
  const [years, setYears] = useState<readonly string[]>([]);
  const [year, setYear] = useState('');
  const [rows, setRows] = useState<readonly YearTotalsRow[]>([]);
  const [error, setError] = useState<AppError>();

  async function open(): Promise<void> {
    const found = await readTotalYears(account.account);
    setError(found.ok ? undefined : found.error);
    if (!found.ok) return;
    setYears(found.value);
    const [newest] = found.value;
    if (newest !== undefined) await choose(newest);
  }

  async function choose(wanted: string): Promise<void> {
    const found = await readYearTotals(account.account, wanted);
    setError(found.ok ? undefined : found.error);
    if (!found.ok) return;
    setYear(wanted);
    setRows(listYearTotals(found.value, settings));
  }

  return (
    <Paper component="section" withBorder p="md" data-testid="year-totals">
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {t('yearTotals')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('yearTotalsHint')}
          </Text>
        </div>
        <ErrorMessage error={error} />
        {years.length === 0 ? (
          <Group>
            <Button variant="default" onClick={() => void open()}>
              {t('yearTotalsOpen')}
            </Button>
          </Group>
        ) : (
          <>
            <NativeSelect
              label={t('year')}
              value={year}
              data={[...years]}
              maw={160}
              onChange={(event) => void choose(event.currentTarget.value)}
            />
            <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={t('yearTotals')}>
              <Table fz="sm" verticalSpacing={4} aria-label={t('yearTotals')}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('column.name')}</Table.Th>
                    {TOTAL_COLUMNS.map((column) => (
                      <Table.Th key={column} ta="right">
                        {t(`yearTotals.${column}`)}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.activityId} data-testid="year-total">
                      <Table.Th scope="row" fw={400}>
                        {row.name}
                        {row.isIncomplete && (
                          <Text size="xs" c="var(--mantine-color-error)">
                            {t('yearTotalsIncomplete')}
                          </Text>
                        )}
                      </Table.Th>
                      {TOTAL_COLUMNS.map((column) => (
                        <Table.Td key={column} ta="right" className="figures">
                          {format.money(row[column], row.currency)}
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            <ExportButtons
              makeTable={() => ({
                title: `${t('yearTotals')} ${year}`,
                heads: [t('column.name'), ...TOTAL_COLUMNS.map((column) => t(`yearTotals.${column}`))],
                rows: rows.map((row) => [
                  row.isIncomplete ? `${row.name} (${t('yearTotalsIncomplete')})` : row.name,
                  ...TOTAL_COLUMNS.map((column) => moneyCell(format, row[column], row.currency)),
                ]),
              })}
            />
          </>
        )}
      </Stack>
    </Paper>
  );
}
