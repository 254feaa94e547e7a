import { Paper, Progress, Table, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { formatDuration } from '../../../../shared/timesheets/duration.ts';
import { totalMonth } from '../../../../shared/timesheets/week-totals.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** Hours of one month by deal. */
export function MonthPanel(props: {
  readonly weeks: readonly RecordOf<'timesheetWeek'>[];
  readonly month: string;
}): JSX.Element {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const { totalMinutes, byDeal } = totalMonth(props.weeks, props.month);
  const title = t('monthTitle', { month: format.month(props.month) });
  return (
    <Paper withBorder p="md" mt="lg" maw={640}>
      <Title order={2} size="h4" mb="xs">
        {title}{' '}
        <Text span fw={700} className="figures" data-testid="month-total">
          {formatDuration(totalMinutes)}
        </Text>
      </Title>
      {byDeal.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('monthNone')}
        </Text>
      ) : (
        <Table verticalSpacing={4} fz="sm" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('deal')}</Table.Th>
              <Table.Th ta="right">{t('monthHours')}</Table.Th>
              <Table.Th w="35%">{t('share')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {byDeal.map(({ deal, durationMinutes }) => {
              const percent = Math.round((durationMinutes * 100) / totalMinutes);
              return (
                <Table.Tr key={deal}>
                  <Table.Td>{deal}</Table.Td>
                  <Table.Td ta="right" className="figures">
                    {formatDuration(durationMinutes)}
                  </Table.Td>
                  <Table.Td>
                    <Progress value={percent} aria-label={`${deal}, ${String(percent)} %`} />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </Paper>
  );
}
