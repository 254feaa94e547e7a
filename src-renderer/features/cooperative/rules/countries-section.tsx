import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountryProfile } from '../../../../shared/records/country-profile.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { countryName } from '../../../ui/country-options.ts';
import { CountryEditor } from './country-editor.tsx';
import { latestFirst } from './latest-first.ts';
import { LineWords, VersionCell } from './rule-cells.tsx';
import { RuleSection } from './rule-section.tsx';
import { useSaveList } from './use-save-list.ts';

/** How members outside the French payroll are paid, by country and date. */
export function CountriesSection(props: { readonly cooperative: SettingsInForce }): JSX.Element {
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
      items={latestFirst(cooperative.body.countryProfiles)}
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
              <LineWords key={line.code} label={line.label} words={wordsOf(profile, line)} source={line.source} />
            )),
        },
        {
          label: t('field.source'),
          cell: ({ version, source }) => <VersionCell version={version} source={source} />,
        },
      ]}
      editor={(profile, onDone) => (
        <CountryEditor key={profile?.version ?? ''} cooperative={cooperative} profile={profile} onDone={onDone} />
      )}
      onRemove={(profile) => save(profile, undefined)}
    />
  );
}
