import { Table } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordWords } from './use-record-words.ts';

/** One version of a record; empty when there is none. */
interface VersionColumn {
  readonly title: string;
  readonly note?: ReactNode;
  readonly record: AnyRecord | undefined;
}

/** Versions of one record side by side, member by member. */
export function VersionsTable(props: {
  /** Heads the members and names the table. */
  readonly title: string;
  readonly fields: readonly string[];
  readonly columns: readonly VersionColumn[];
  readonly words: RecordWords;
}): JSX.Element {
  const { title, fields, columns, words } = props;
  return (
    <Table.ScrollContainer minWidth={300} tabIndex={0} aria-label={title}>
      <Table verticalSpacing={6} aria-label={title} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="36%">{title}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column.title}>
                {column.title} {column.note}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Th fw={400} c="dimmed">
                {words.field(field)}
              </Table.Th>
              {columns.map(({ title: key, record }) => (
                <Table.Td key={key} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                  {record === undefined ? '' : words.value(field, readMember(record, field), record)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function readMember(record: AnyRecord, field: string): unknown {
  return field === 'status' || field === 'date' ? record[field] : record.body[field];
}
