import { NativeSelect, SimpleGrid } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fiscalYearOf } from '../../../../shared/time/fiscal-year.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import type { GeneralMeeting } from '../../../../shared/cooperative/check-general-meetings.ts';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import { addMonths, monthOf } from '../../../../shared/time/month.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import { localToday } from '../../../data/local-today.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { useSaveList } from './use-save-list.ts';

const YEARS_BACK = 8;

/** The general meeting that approved the accounts of one fiscal year. */
export function MeetingEditor(props: {
  readonly cooperative: SettingsInForce;
  readonly meeting: GeneralMeeting | undefined;
  readonly yearName: (first: string) => string;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { cooperative, meeting, yearName, onDone } = props;
  const save = useSaveList(cooperative, 'year', 'generalMeetings');
  const current = fiscalYearOf(monthOf(localToday()), cooperative.body.fiscalYearStartMonth ?? 1);
  const years = Array.from({ length: YEARS_BACK }, (_, index) => addMonths(current, -12 * index));
  const known = meeting === undefined || years.includes(meeting.fiscalYear) ? years : [meeting.fiscalYear, ...years];
  const [fiscalYear, setFiscalYear] = useState(meeting?.fiscalYear ?? addMonths(current, -12));
  const [date, setDate] = useState(meeting?.date ?? '');
  return (
    <EditorFrame
      title={meeting === undefined ? t('meetings.add') : t('editOf', { name: yearName(meeting.fiscalYear) })}
      onCancel={onDone}
      onSaved={onDone}
      onSave={async () => {
        if (!isPlainDate(date)) return invalidRule(t('meetings.title'), 'date');
        return save(meeting, { ...meeting, fiscalYear, date });
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={t('fiscalYear')}
          value={fiscalYear}
          data={known.map((value) => ({ value, label: yearName(value) }))}
          onChange={(event) => {
            setFiscalYear(event.currentTarget.value);
          }}
        />
        <DateField autoFocus label={t('meetings.date')} value={date} onValue={setDate} />
      </SimpleGrid>
    </EditorFrame>
  );
}
