import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { EmployerEditor } from './employer-editor.tsx';
import { latestFirst } from './latest-first.ts';
import { RuleSection } from './rule-section.tsx';
import { useSaveList } from './use-save-list.ts';

/** Headcount and work-accident rate of the establishment, dated. */
export function EmployerSection(props: { readonly cooperative: SettingsInForce }): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative } = props;
  const save = useSaveList(cooperative, 'employer', 'employerFacts');
  return (
    <RuleSection
      title={t('employer.title')}
      hint={t('employer.hint')}
      addLabel={t('employer.add')}
      testId="employer-facts"
      minWidth={560}
      items={latestFirst(cooperative.body.employerFacts)}
      nameOf={({ from }) => format.date(from)}
      columns={[
        { label: t('field.from'), cell: ({ from }) => format.date(from) },
        { label: t('field.headcount'), isFigure: true, cell: ({ headcount }) => String(headcount) },
        { label: t('field.atmpRatePpm'), isFigure: true, cell: ({ atmpRatePpm }) => format.rate(atmpRatePpm) },
        { label: t('field.source'), cell: ({ source }) => source ?? '' },
      ]}
      editor={(facts, onDone) => (
        <EmployerEditor key={facts?.from ?? ''} cooperative={cooperative} facts={facts} onDone={onDone} />
      )}
      onRemove={(facts) => save(facts, undefined)}
    />
  );
}
