import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { latestFirst } from './latest-first.ts';
import { Below, VersionCell } from './rule-cells.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleSection } from './rule-section.tsx';
import { useAudienceWords } from './use-audience-words.ts';
import { useContributionWords } from './use-contribution-words.ts';
import { useSaveList } from './use-save-list.ts';

/** The contribution rules, latest first. */
export function ContributionSection(props: { readonly cooperative: SettingsInForce }): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative } = props;
  const { audience } = useAudienceWords();
  const { rate, more } = useContributionWords();
  const save = useSaveList(cooperative, 'contribution', 'contributionRules');
  return (
    <RuleSection
      title={t('contribution.title')}
      hint={t('contribution.hint')}
      addLabel={t('contribution.add')}
      testId="contribution-rules"
      minWidth={780}
      items={latestFirst(cooperative.body.contributionRules)}
      nameOf={({ version }) => version}
      columns={[
        { label: t('field.from'), cell: ({ from }) => format.date(from) },
        { label: t('audience'), cell: audience },
        {
          label: t('contribution.rule'),
          cell: (rule) => (
            <>
              {rate(rule)}
              {more(rule).map((words) => (
                <Below key={words}>{words}</Below>
              ))}
            </>
          ),
        },
        {
          label: t('field.source'),
          cell: ({ version, source }) => <VersionCell version={version} source={source} />,
        },
      ]}
      editor={(rule, onDone) => (
        <RuleEditor key={rule?.version ?? ''} cooperative={cooperative} rule={rule} onDone={onDone} />
      )}
      onRemove={(rule) => save(rule, undefined)}
    />
  );
}
