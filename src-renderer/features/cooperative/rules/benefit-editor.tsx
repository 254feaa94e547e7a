import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../../../shared/records/benefit.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { EMPTY_STEP, readBenefit, startBenefit } from './benefit-draft.ts';
import { EditorFrame } from './editor-frame.tsx';
import { LineList } from './line-list.tsx';
import { nextMonthStart } from './next-month-start.ts';
import { StepFields } from './step-fields.tsx';
import { useSaveList } from './use-save-list.ts';
import { DateField } from '../../../ui/date-field.tsx';

const KINDS = ['mealVouchers', 'healthCover', 'leave', 'trainingBudget', 'other'] as const;
const MOST_STEPS = 12;

/** A benefit and its steps, the least demanding first. */
export function BenefitEditor(props: {
  readonly cooperative: SettingsInForce;
  readonly benefit: Benefit | undefined;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { cooperative, benefit, onDone } = props;
  const save = useSaveList(cooperative, 'benefits', 'benefits');
  const [draft, setDraft] = useState(() => startBenefit(benefit, nextMonthStart()));
  const texts = (['label', 'source'] as const).map((field) => (
    <TextInput
      key={field}
      label={t(`field.${field}`)}
      autoFocus={field === 'label'}
      maxLength={200}
      value={draft[field]}
      onChange={(event) => {
        setDraft({ ...draft, [field]: event.currentTarget.value });
      }}
    />
  ));
  const dates = (['from', 'until'] as const).map((field) => (
    <DateField
      key={field}
      label={t(`field.${field}`)}
      value={draft[field]}
      onValue={(date) => {
        setDraft({ ...draft, [field]: date });
      }}
    />
  ));
  return (
    <EditorFrame
      title={benefit === undefined ? t('benefits.add') : t('editOf', { name: benefit.label })}
      onCancel={onDone}
      onSaved={onDone}
      onSave={async () => {
        const taken = (cooperative.body.benefits ?? []).map(({ code }) => code);
        const next = readBenefit(draft, benefit, taken);
        return next.ok ? save(benefit, next.value) : next;
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {texts}
        <NativeSelect
          label={t('benefitKind')}
          value={draft.kind}
          data={KINDS.map((value) => ({ value, label: t(`benefitKind.${value}`) }))}
          onChange={(event) => {
            setDraft({ ...draft, kind: event.currentTarget.value as Benefit['kind'] }); // options are exactly these
          }}
        />
        {dates}
      </SimpleGrid>
      <LineList
        lines={draft.steps}
        onLines={(steps) => {
          setDraft({ ...draft, steps });
        }}
        addLabel={t('addStep')}
        newLine={() => EMPTY_STEP}
        fewest={1}
        most={MOST_STEPS}
      >
        {(step, editing) => <StepFields {...editing} kind={draft.kind} step={step} />}
      </LineList>
    </EditorFrame>
  );
}
