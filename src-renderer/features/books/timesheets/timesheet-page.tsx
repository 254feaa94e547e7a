import { ActionIcon, Button, EmptyState, Group, Loader, Text } from '@mantine/core';
import { IconCalendarTime, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { addDays, isoWeek, isPlainDate, mondayOf } from '../../../../shared/time/plain-date.ts';
import type { WeekRows } from '../../../../shared/timesheets/change-week.ts';
import { monthOfWeek } from '../../../../shared/timesheets/week-totals.ts';
import { localToday } from '../../../data/local-today.ts';
import { useRecords } from '../../../data/use-image.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useSession } from '../../../session/session-context.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { AddDeal } from './add-deal.tsx';
import { MonthPanel } from './month-panel.tsx';
import './timesheet.css';
import { WeekGrid } from './week-grid.tsx';
import { DateField } from '../../../ui/date-field.tsx';

export function TimesheetPage(): JSX.Element {
  const { t } = useTranslation('timesheet');
  const { t: tCommon } = useTranslation();
  const { store } = useSession();
  const weeks = useRecords(store.book, 'timesheetWeek');
  const [monday, setMonday] = useState(() => mondayOf(localToday()));
  const rows = rowsOf(weeks, monday);
  const knownDeals = useMemo(() => listDeals(weeks), [weeks]);
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <WeekBar monday={monday} onGo={setMonday} />
      {rows.length > 0 ? (
        <>
          <WeekGrid key={monday} monday={monday} rows={rows} />
          <Text size="xs" c="dimmed" mt={4} visibleFrom="sm">
            {t('keys')}
          </Text>
        </>
      ) : store.book.isComplete ? (
        <EmptyState icon={<IconCalendarTime />} title={t('emptyTitle')} description={t('emptyText')} my="lg" />
      ) : (
        <Loader aria-label={tCommon('loading')} />
      )}
      <AddDeal
        key={`add ${monday}`}
        monday={monday}
        rows={rows}
        lastWeekRows={rowsOf(weeks, addDays(monday, -7))}
        knownDeals={knownDeals}
      />
      <MonthPanel weeks={weeks} month={monthOfWeek(monday, localToday())} />
    </>
  );
}

function WeekBar(props: { readonly monday: string; readonly onGo: (monday: string) => void }): JSX.Element {
  const { monday, onGo } = props;
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  return (
    <Group gap="xs" mb="sm" align="flex-end">
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('previousWeek')}
        onClick={() => {
          onGo(addDays(monday, -7));
        }}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('nextWeek')}
        onClick={() => {
          onGo(addDays(monday, 7));
        }}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
      <Button
        variant="default"
        size="sm"
        onClick={() => {
          onGo(mondayOf(localToday()));
        }}
      >
        {t('thisWeek')}
      </Button>
      <DateField
        size="sm"
        aria-label={t('goToWeek')}
        value={monday}
        onValue={(date) => {
          if (isPlainDate(date)) onGo(mondayOf(date));
        }}
      />
      <Text fw={600} aria-live="polite" pb={6}>
        {t('week', {
          week: isoWeek(monday).week,
          from: format.date(monday),
          to: format.date(addDays(monday, 6)),
        })}
      </Text>
    </Group>
  );
}

function rowsOf(weeks: readonly RecordOf<'timesheetWeek'>[], monday: string): WeekRows {
  return weeks.find((week) => week.date === monday && week.status === 'active')?.body.rows ?? [];
}

/** Every deal hours were noted for, the latest first. */
function listDeals(weeks: readonly RecordOf<'timesheetWeek'>[]): string[] {
  const newestFirst = weeks.filter((week) => week.status === 'active').toReversed();
  return [...new Set(newestFirst.flatMap((week) => week.body.rows.map((row) => row.deal)))];
}
