import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountryProfile } from '../../../../shared/records/country-profile.ts';
import type { SettingsInForce } from '../../../../shared/cooperative/settings-in-force.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { countryOptions } from '../../../ui/country-options.ts';
import { EMPTY_COUNTRY_LINE, readCountry, startCountry } from './country-draft.ts';
import { CountryLineFields } from './country-line-fields.tsx';
import { EditorFrame } from './editor-frame.tsx';
import { LineList } from './line-list.tsx';
import { nextMonthStart } from './next-month-start.ts';
import { useSaveList } from './use-save-list.ts';

const TEXTS = ['version', 'currency', 'from', 'source'] as const;
const MOST_LINES = 20;

/** How members of a country are paid from a date on. */
export function CountryEditor(props: {
  readonly cooperative: SettingsInForce;
  readonly profile: CountryProfile | undefined;
  readonly onDone: () => void;
}): JSX.Element {
  const { t } = useTranslation('rules');
  const format = useFormat();
  const { cooperative, profile, onDone } = props;
  const save = useSaveList(cooperative, 'countries', 'countryProfiles');
  const [draft, setDraft] = useState(() => startCountry(profile, nextMonthStart()));
  const [version, currency, from, source] = TEXTS.map((field) => (
    <TextInput
      key={field}
      label={t(`field.${field}`)}
      autoFocus={field === 'version'}
      maxLength={field === 'currency' ? 3 : 200}
      {...(field === 'from' && { type: 'date' })}
      value={draft[field]}
      onChange={(event) => {
        setDraft({ ...draft, [field]: event.currentTarget.value });
      }}
    />
  ));
  return (
    <EditorFrame
      title={profile === undefined ? t('countries.add') : t('editOf', { name: profile.version })}
      onCancel={onDone}
      onSaved={onDone}
      onSave={async () => {
        const next = readCountry(draft, profile);
        return next.ok ? save(profile, next.value) : next;
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        {version}
        <Select
          label={t('field.country')}
          data={countryOptions(format.language)}
          value={draft.country}
          searchable
          allowDeselect={false}
          onChange={(country) => {
            if (country !== null) setDraft({ ...draft, country });
          }}
        />
        {currency}
        {from}
        {source}
      </SimpleGrid>
      <LineList
        lines={draft.lines}
        onLines={(lines) => {
          setDraft({ ...draft, lines });
        }}
        addLabel={t('addLine')}
        newLine={() => EMPTY_COUNTRY_LINE}
        most={MOST_LINES}
      >
        {(line, editing) => <CountryLineFields {...editing} currency={draft.currency.toUpperCase()} line={line} />}
      </LineList>
    </EditorFrame>
  );
}
