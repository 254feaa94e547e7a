import { Button, Group, Paper, Select, Switch, Text, TextInput, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filterNetwork, listRegions } from '../../../../shared/network/network-filter.ts';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import type { NetworkSort } from '../../../../shared/network/network-sort.ts';
import { sortNetwork } from '../../../../shared/network/network-sort.ts';
import { NetworkTable } from './network-table.tsx';

/** The table of activities with its filters and its order. */
export function NetworkBrowser(props: { readonly rows: readonly NetworkRow[]; readonly today: string }): JSX.Element {
  const { t } = useTranslation('network');
  const { rows, today } = props;
  const [text, setText] = useState('');
  const [region, setRegion] = useState<string | null>(null);
  const [isToLookAt, setToLookAt] = useState(false);
  const [sort, setSort] = useState<NetworkSort>({ column: 'name', isDescending: false });
  // Typing stays fluent with a thousand rows: the table follows when the browser has time.
  const deferredText = useDeferredValue(text);
  const shown = useMemo(() => {
    const filter = { text: deferredText, isToLookAt, ...(region === null ? {} : { region }) };
    return sortNetwork(filterNetwork(rows, filter, today), sort);
  }, [rows, deferredText, region, isToLookAt, sort, today]);
  const toLookAtCount = useMemo(() => filterNetwork(rows, { isToLookAt: true }, today).length, [rows, today]);
  const regions = useMemo(() => listRegions(rows), [rows]);

  function clear(): void {
    setText('');
    setRegion(null);
    setToLookAt(false);
  }
  return (
    <Paper withBorder>
      <Group p="sm" gap="sm" align="flex-end">
        <TextInput
          label={t('filterText')}
          placeholder={t('filterTextHint')}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText('');
          }}
          data-testid="network-search"
          w={{ base: '100%', xs: 260 }}
        />
        <Select
          label={t('filterRegion')}
          placeholder={t('allRegions')}
          data={regions}
          value={region}
          onChange={setRegion}
          clearable
          w={{ base: '100%', xs: 190 }}
        />
        <Tooltip label={t('toLookAtHint')} multiline w={280}>
          <Switch
            label={t('toLookAt', { count: toLookAtCount })}
            checked={isToLookAt}
            onChange={(event) => {
              setToLookAt(event.currentTarget.checked);
            }}
            mb={8}
            data-testid="to-look-at"
          />
        </Tooltip>
        <Text size="sm" c="dimmed" role="status" mb={7} ml={{ sm: 'auto' }}>
          {t('shown', { count: shown.length, total: rows.length })}
        </Text>
      </Group>
      {shown.length === 0 ? (
        <Group p="sm">
          <Text>{t('noMatch')}</Text>
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {t('clearFilter')}
          </Button>
        </Group>
      ) : (
        <NetworkTable rows={shown} sort={sort} onSort={setSort} today={today} />
      )}
    </Paper>
  );
}
