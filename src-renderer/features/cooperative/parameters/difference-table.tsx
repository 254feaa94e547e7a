import { Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compareParameters } from '../../../../shared/salary/compare-parameters.ts';
import type { PayrollParameters } from '../../../../shared/salary/payroll-parameters.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useParameterWords } from './use-parameter-words.ts';

/** Every value that differs between two versions, with the text that sets the new one. */
export function DifferenceTable(props: {
  readonly label: string;
  readonly older: PayrollParameters;
  readonly newer: PayrollParameters;
}): JSX.Element {
  const { t } = useTranslation('parameters');
  const format = useFormat();
  const words = useParameterWords();
  const differences = useMemo(() => compareParameters(props.older, props.newer), [props.older, props.newer]);
  if (differences.length === 0) return <Text size="sm">{t('same')}</Text>;
  return (
    <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={props.label}>
      <Table fz="sm" striped aria-label={props.label} data-testid="differences">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('value')}</Table.Th>
            <Table.Th ta="right">{t('before')}</Table.Th>
            <Table.Th ta="right">{t('after')}</Table.Th>
            <Table.Th>{t('source')}</Table.Th>
            <Table.Th>{t('since')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {differences.map(({ path, unit, older, newer, newerSource, olderSource }) => {
            const legal = newerSource ?? olderSource;
            return (
              <Table.Tr key={path}>
                <Table.Td>{words.name(path)}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {words.value(unit, older)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {words.value(unit, newer)}
                </Table.Td>
                <Table.Td>{legal?.source}</Table.Td>
                <Table.Td>{legal === null ? '' : format.date(legal.since)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
