import { Table } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../shared/access/audit-entry.ts';
import { localToday } from '../../../data/local-today.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useAuditWords } from './use-audit-words.ts';

export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }): JSX.Element {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const words = useAuditWords();
  return (
    <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={t('title')}>
      <Table verticalSpacing="xs" data-testid="audit" aria-label={t('title')}>
        <Table.Thead>
          <Table.Tr>
            {(['when', 'kind', 'by', 'about', 'facts'] as const).map((column) => (
              <Table.Th key={column}>{t(column)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={entry.id} data-kind={entry.kind}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {format.date(localToday(new Date(entry.at)))} {format.time(entry.at)}
              </Table.Td>
              <Table.Td>{t(`kind.${entry.kind}`, { defaultValue: entry.kind })}</Table.Td>
              <Table.Td>{words.actor(entry)}</Table.Td>
              <Table.Td>{entry.account ?? ''}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{words.facts(entry)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
