import { Alert, Group, NativeSelect, Paper, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvRole } from '../../../../shared/banking/csv-header.ts';
import type { CsvMapping } from '../../../../shared/banking/csv-layout.ts';
import type { CsvLayout } from '../../../../shared/banking/read-csv.ts';

const SEPARATORS = [';', ',', '\t', '|'] as const;
const ROLES: readonly CsvRole[] = [
  'ignored',
  'date',
  'label',
  'amount',
  'debit',
  'credit',
  'direction',
  'balance',
  'reference',
  'currency',
  'counterparty',
  'account',
];

/** How the columns of a CSV file were understood; every part can be changed. */
export function CsvColumns(props: {
  readonly layout: CsvLayout;
  readonly onChange: (mapping: CsvMapping) => void;
}): JSX.Element {
  const { layout, onChange } = props;
  const { mapping } = layout;
  const { t } = useTranslation('bankImport');
  const width = Math.max(
    mapping.roles.length,
    layout.columnNames.length,
    ...layout.sampleRows.map((row) => row.length),
  );
  const nameOf = (index: number): string => {
    const name = layout.columnNames[index] ?? '';
    return name === '' ? t('column', { number: index + 1 }) : name;
  };
  const columns = Array.from({ length: width }, (_, index) => index);

  function setRole(index: number, role: CsvRole): void {
    // A role other than the label stands once: the column that had it gives it up.
    const roles = columns.map((column) => {
      const old = mapping.roles[column] ?? 'ignored';
      if (column === index) return role;
      return old === role && role !== 'label' ? 'ignored' : old;
    });
    onChange({ ...mapping, roles });
  }

  return (
    <Paper withBorder p="sm">
      <Text fw={600} mb="xs">
        {t('columns')}
      </Text>
      {!layout.isComplete && (
        <Alert color="orange" mb="xs" py={6} role="alert">
          {t('columnsMissing')}
        </Alert>
      )}
      <Group gap="xs" mb="xs">
        <NativeSelect
          size="xs"
          label={t('separator')}
          value={mapping.separator}
          onChange={(event) => {
            onChange({ ...mapping, separator: event.currentTarget.value });
          }}
          data={SEPARATORS.map((separator) => ({ value: separator, label: t(`separator.${separator}`) }))}
        />
        <NativeSelect
          size="xs"
          label={t('header')}
          value={String(mapping.headerIndex)}
          onChange={(event) => {
            onChange({ ...mapping, headerIndex: Number(event.currentTarget.value) });
          }}
          data={[
            { value: '-1', label: t('noHeader') },
            ...Array.from({ length: Math.max(10, mapping.headerIndex + 2) }, (_, index) => ({
              value: String(index),
              label: String(index + 1),
            })),
          ]}
        />
        <NativeSelect
          size="xs"
          label={t('dateOrder')}
          value={mapping.dateOrder}
          onChange={(event) => {
            onChange({ ...mapping, dateOrder: event.currentTarget.value === 'monthFirst' ? 'monthFirst' : 'dayFirst' });
          }}
          data={(['dayFirst', 'monthFirst'] as const).map((order) => ({ value: order, label: t(order) }))}
        />
      </Group>
      <Table.ScrollContainer minWidth={Math.max(480, width * 128)} tabIndex={0} aria-label={t('columns')}>
        <Table fz="xs" aria-label={t('columns')}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((index) => (
                <Table.Th key={index}>
                  <NativeSelect
                    size="xs"
                    aria-label={nameOf(index)}
                    value={mapping.roles[index] ?? 'ignored'}
                    onChange={(event) => {
                      setRole(index, event.currentTarget.value as CsvRole); // options are exactly these
                    }}
                    data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
                  />
                  <Text size="xs" c="dimmed" mt={4} truncate maw={180}>
                    {layout.columnNames[index]}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {layout.sampleRows.map((row, rowIndex) => (
              <Table.Tr key={rowIndex}>
                {columns.map((index) => (
                  <Table.Td
                    key={index}
                    maw={180}
                    style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
                  >
                    {row[index]}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
