import { Alert, Table } from '@mantine/core';
import type { JSX } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import { addDays } from '../../../../shared/time/plain-date.ts';
import type { WeekRows } from '../../../../shared/timesheets/change-week.ts';
import { formatDuration } from '../../../../shared/timesheets/duration.ts';
import { totalWeek } from '../../../../shared/timesheets/week-totals.ts';
import { saveTimesheet } from '../../../data/commands/books/save-timesheet.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { DealCell } from './deal-cell.tsx';
import { DurationCell } from './duration-cell.tsx';
import type { CellPosition } from './grid-navigation.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The week: deals down, days across, each cell saved as soon as it is left. */
export function WeekGrid(props: { readonly monday: string; readonly rows: WeekRows }): JSX.Element {
  const { monday, rows } = props;
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const { store } = useSession();
  const [failure, setFailure] = useState<{ readonly cell: string; readonly error: AppError }>();
  const table = useRef<HTMLTableElement>(null);
  const totals = totalWeek(rows);
  const today = localToday();

  const focusCell = ({ row, day }: CellPosition) => {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${String(row)}-${String(day)}"]`)?.focus();
  };

  return (
    <>
      <Table.ScrollContainer minWidth={700} tabIndex={0} aria-label={t('gridLabel')}>
        <Table ref={table} withColumnBorders verticalSpacing={2} aria-label={t('gridLabel')} className="hours-grid">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="hours-deal">{t('deal')}</Table.Th>
              {DAYS.map((day) => {
                const date = addDays(monday, day - 1);
                return (
                  <Table.Th
                    key={day}
                    ta="center"
                    data-today={date === today}
                    aria-current={date === today ? 'date' : undefined}
                  >
                    {t(`day${day}`)} {Number(date.slice(8))}
                  </Table.Th>
                );
              })}
              <Table.Th ta="right">{t('total')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, rowIndex) => (
              <Table.Tr key={row.deal}>
                <Table.Th scope="row" className="hours-deal">
                  <DealCell
                    monday={monday}
                    deal={row.deal}
                    totalMinutes={totals.byRow[rowIndex] ?? 0}
                    onRenamed={() => {
                      focusCell({ row: rowIndex, day: 0 });
                    }}
                  />
                </Table.Th>
                {DAYS.map((day) => {
                  const cell = `${monday} ${row.deal} ${String(day)}`;
                  const date = addDays(monday, day - 1);
                  return (
                    <Table.Td key={day} p={0} data-today={date === today}>
                      <DurationCell
                        key={cell}
                        durationMinutes={row.minutes[day - 1] ?? 0}
                        label={t('cellLabel', { deal: row.deal, day: `${t(`dayLong${day}`)} ${format.date(date)}` })}
                        position={{ row: rowIndex, day: day - 1 }}
                        rowCount={rows.length}
                        hasError={failure?.cell === cell}
                        onMove={focusCell}
                        onSave={(durationMinutes) =>
                          saveTimesheet(store, monday, {
                            kind: 'setCell',
                            deal: row.deal,
                            day: day - 1,
                            durationMinutes,
                          })
                        }
                        onError={(error) => {
                          setFailure((old) =>
                            error === undefined ? (old?.cell === cell ? undefined : old) : { cell, error },
                          );
                        }}
                      />
                    </Table.Td>
                  );
                })}
                <Table.Td ta="right" className="figures" fw={600}>
                  {formatDuration(totals.byRow[rowIndex] ?? 0)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" className="hours-deal">
                {t('dayTotals')}
              </Table.Th>
              {DAYS.map((day) => (
                <Table.Td key={day} ta="center" className="figures" data-testid={`day-total-${String(day)}`}>
                  {formatDuration(totals.byDay[day - 1] ?? 0)}
                </Table.Td>
              ))}
              <Table.Td ta="right" className="figures" fw={700} data-testid="week-total">
                {formatDuration(totals.totalMinutes)}
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      {failure !== undefined && (
        <Alert color="red" role="alert" mt="xs">
          {format.error(failure.error)}
        </Alert>
      )}
    </>
  );
}
