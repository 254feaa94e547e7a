import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useBenefitWords } from '../../pay/pieces/use-benefit-words.ts';
import { BenefitEditor } from './benefit-editor.tsx';
import { latestFirst } from './latest-first.ts';
import { Below } from './rule-cells.tsx';
import { RuleSection } from './rule-section.tsx';
import { useSaveList } from './use-save-list.ts';

/** The benefits that grow by steps. */
export function BenefitsSection(props: { readonly cooperative: SettingsInForce }): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { given, asked } = useBenefitWords();
  const { cooperative } = props;
  const save = useSaveList(cooperative, 'benefits', 'benefits');
  return (
    <RuleSection
      title={t('benefits.title')}
      hint={t('benefits.hint')}
      addLabel={t('benefits.add')}
      testId="benefit-rules"
      minWidth={720}
      items={latestFirst(cooperative.body.benefits)}
      nameOf={({ label }) => label}
      columns={[
        {
          label: t('field.from'),
          cell: ({ from, until }) =>
            until === undefined
              ? format.date(from)
              : t('fromUntil', { from: format.date(from), until: format.date(until) }),
        },
        {
          label: t('benefits.benefit'),
          cell: ({ label, kind }) => (
            <>
              {label}
              <Below>{t(`benefitKind.${kind}`)}</Below>
            </>
          ),
        },
        {
          label: t('field.steps'),
          cell: ({ steps }) =>
            steps.map((step, index) => (
              <div key={index}>{[given(step), asked(step)].filter((words) => words !== '').join(', ')}</div>
            )),
        },
        { label: t('field.source'), cell: ({ source }) => source },
      ]}
      editor={(benefit, onDone) => (
        <BenefitEditor
          key={`${benefit?.code ?? ''} ${benefit?.from ?? ''}`}
          cooperative={cooperative}
          benefit={benefit}
          onDone={onDone}
        />
      )}
      onRemove={(benefit) => save(benefit, undefined)}
    />
  );
}
