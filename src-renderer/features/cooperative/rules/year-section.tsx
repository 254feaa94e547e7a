import { Divider, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { addMonths } from '../../../../shared/time/month.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { MeetingEditor } from './meeting-editor.tsx';
import { RuleSection } from './rule-section.tsx';
import { useSaveList } from './use-save-list.ts';
import { YearForm } from './year-form.tsx';

/** Fiscal year, closing, start of the present rule of pays, and the general meetings that approved the accounts. */
export function YearSection(props: { readonly cooperative: SettingsInForce }): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative } = props;
  const save = useSaveList(cooperative, 'year', 'generalMeetings');
  const yearName = (first: string): string =>
    t('fiscalYearOf', { from: format.month(first), until: format.month(addMonths(first, 11)) });
  return (
    <Stack gap="lg">
      <YearForm cooperative={cooperative} />
      <Divider />
      <RuleSection
        title={t('meetings.title')}
        hint={t('meetings.hint')}
        addLabel={t('meetings.add')}
        testId="general-meetings"
        minWidth={480}
        items={(cooperative.body.generalMeetings ?? []).toSorted((a, b) => (a.fiscalYear < b.fiscalYear ? 1 : -1))}
        nameOf={({ fiscalYear }) => yearName(fiscalYear)}
        columns={[
          { label: t('fiscalYear'), cell: ({ fiscalYear }) => yearName(fiscalYear) },
          { label: t('meetings.date'), cell: ({ date }) => format.date(date) },
        ]}
        editor={(meeting, onDone) => (
          <MeetingEditor
            key={meeting?.fiscalYear ?? ''}
            cooperative={cooperative}
            meeting={meeting}
            yearName={yearName}
            onDone={onDone}
          />
        )}
        onRemove={(meeting) => save(meeting, undefined)}
      />
    </Stack>
  );
}
