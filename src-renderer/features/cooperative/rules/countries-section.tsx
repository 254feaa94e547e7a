import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountryProfile } from '../../../../shared/records/country-profile.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { countryName } from '../../../ui/country-options.ts';
import { CountryEditor } from './country-editor.tsx';
import { RuleSection } from './rule-section.tsx';
import { useSaveList } from './use-save-list.ts';

/** How members outside the French payroll are paid, by country and date. */
export function CountriesSection(props: { readonly cooperative: RecordOf<'cooperativeSettings'> }): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative } = props;
  const save = useSaveList(cooperative, 'countries', 'countryProfiles');
  const wordsOf = ({ currency }: CountryProfile, line: CountryProfile['lines'][number]): string =>
    line.base === 'fixed'
      ? format.money(line.amountMinor, currency)
      : `${format.rate(line.ratePpm)} ${t('countryBase.budget')}`;
  return (
    <RuleSection
      title={t('countries.title')}
      hint={t('countries.hint')}
      addLabel={t('countries.add')}
      testId="country-profiles"
      minWidth={720}
      items={(cooperative.body.countryProfiles ?? []).toSorted((a, b) => (a.from < b.from ? 1 : -1))}
      nameOf={({ version }) => version}
      columns={[
        { label: t('field.from'), cell: ({ from }) => format.date(from) },
        {
          label: t('field.country'),
          cell: ({ country, currency }) => `${countryName(country, format.language)}, ${currency}`,
        },
        {
          label: t('countries.lines'),
          cell: (profile) =>
            profile.lines.map((line) => (
              <div key={line.code}>
                {line.label} : {wordsOf(profile, line)}
                <Text size="xs" c="dimmed">
                  {line.source}
                </Text>
              </div>
            )),
        },
        {
          label: t('field.source'),
          cell: ({ version, source }) => (
            <>
              {version}
              <Text size="xs" c="dimmed">
                {source}
              </Text>
            </>
          ),
        },
      ]}
      editor={(profile, onDone) => (
        <CountryEditor key={profile?.version ?? ''} cooperative={cooperative} profile={profile} onDone={onDone} />
      )}
      onRemove={(profile) => save(profile, undefined)}
    />
  );
}
