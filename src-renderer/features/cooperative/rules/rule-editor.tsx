import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContributionRule } from '../../../../shared/records/contribution-rule.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { RateInput } from '../../../ui/rate-input.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { AudienceFields } from './audience-fields.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { LimitFields } from './limit-fields.tsx';
import { nextMonthStart } from './next-month-start.ts';
import type { RuleDraft } from './rule-draft.ts';
import { readRuleDraft, startRuleDraft } from './rule-draft.ts';
import { RuleImpact } from './rule-impact.tsx';
import { TierFields } from './tier-fields.tsx';
import { useSaveList } from './use-save-list.ts';

const BASES = ['collected', 'invoiced', 'grossMargin'] as const;
const TYPING_MS = 400;

/** One contribution rule: its fields, and what it changes for whom before it is saved. */
export function RuleEditor(props: {
  readonly cooperative: SettingsInForce;
  readonly rule: ContributionRule | undefined;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const { cooperative, rule, onDone } = props;
  const save = useSaveList(cooperative, 'contribution', 'contributionRules');
  const [draft, setDraft] = useState(() => startRuleDraft(rule, nextMonthStart()));
  const [settled] = useDebouncedValue(draft, TYPING_MS);
  const read = useMemo(() => readRuleDraft(settled, rule), [settled, rule]);

  function change(next: Partial<RuleDraft>): void {
    setDraft((current) => ({ ...current, ...next }));
  }

  return (
    <EditorFrame
      title={rule === undefined ? t('contribution.add') : t('editOf', { name: rule.version })}
      onCancel={onDone}
      onSaved={onDone}
      onSave={async () => {
        const next = readRuleDraft(draft, rule);
        return next.ok ? save(rule, next.value) : next;
      }}
    >
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <TextInput
          autoFocus
          label={t('field.version')}
          maxLength={200}
          value={draft.version}
          onChange={(event) => {
            change({ version: event.currentTarget.value });
          }}
        />
        <DateField
          description={t('fromHint')}
          label={t('field.from')}
          value={draft.from}
          onValue={(from) => {
            change({ from });
          }}
        />
        <TextInput
          label={t('field.source')}
          placeholder={t('sourceHint')}
          maxLength={200}
          value={draft.source}
          onChange={(event) => {
            change({ source: event.currentTarget.value });
          }}
        />
      </SimpleGrid>
      <AudienceFields draft={draft} onChange={change} />
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <ChoiceField
          label={t('field.base')}
          value={draft.base}
          choices={BASES.map((value) => ({ value, label: t(`base.${value}`) }))}
          onValue={(base) => {
            change({ base });
          }}
        />
        <NativeSelect
          label={t('rateKind')}
          value={draft.hasTiers ? 'tiers' : 'flat'}
          data={(['flat', 'tiers'] as const).map((value) => ({ value, label: t(`rateKind.${value}`) }))}
          onChange={(event) => {
            change({ hasTiers: event.currentTarget.value === 'tiers' });
          }}
        />
        {!draft.hasTiers && (
          <RateInput
            label={t('field.ratePpm')}
            rate={draft.ratePpm}
            onValue={(ratePpm) => {
              change({ ratePpm });
            }}
          />
        )}
      </SimpleGrid>
      {draft.hasTiers && <TierFields draft={draft} onChange={change} />}
      <LimitFields draft={draft} onChange={change} />
      {read.ok && <RuleImpact cooperative={cooperative} old={rule} draft={read.value} />}
    </EditorFrame>
  );
}
