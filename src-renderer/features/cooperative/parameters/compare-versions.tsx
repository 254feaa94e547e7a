import { Group, NativeSelect, Paper, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DifferenceTable } from './difference-table.tsx';
import type { KnownVersion } from './use-versions.ts';

/** What differs between any two versions. */
export function CompareVersions({ known }: { readonly known: readonly KnownVersion[] }): JSX.Element {
  const { t } = useTranslation('parameters');
  const [olderId, setOlder] = useState<string>();
  const [newerId, setNewer] = useState<string>();
  const idOf = ({ parameters, record }: KnownVersion): string => record?.id ?? parameters.ruleVersion;
  const newer = known.find((version) => idOf(version) === newerId) ?? known[0];
  const older = known.find((version) => idOf(version) === olderId) ?? known[1];
  const data = known.map((version) => ({ value: idOf(version), label: version.parameters.ruleVersion }));
  return (
    <Paper withBorder p="md">
      <Title order={2} size="h4" mb="xs">
        {t('compare')}
      </Title>
      <Group mb="sm">
        <NativeSelect
          label={t('older')}
          data={data}
          value={older === undefined ? '' : idOf(older)}
          onChange={(event) => {
            setOlder(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label={t('newer')}
          data={data}
          value={newer === undefined ? '' : idOf(newer)}
          onChange={(event) => {
            setNewer(event.currentTarget.value);
          }}
        />
      </Group>
      {older !== undefined && newer !== undefined && (
        <DifferenceTable label={t('compare')} older={older.parameters} newer={newer.parameters} />
      )}
    </Paper>
  );
}
