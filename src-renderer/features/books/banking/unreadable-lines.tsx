import { Button, Collapse, Paper, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnreadableRow } from '../../../../shared/banking/statement.ts';

const SHOWN = 200;

/** The rows of the file that are not among the lines, each with the reason. */
export function UnreadableLines({ rows }: { readonly rows: readonly UnreadableRow[] }): JSX.Element | null {
  const { t } = useTranslation('bankImport');
  const [isOpen, { toggle }] = useDisclosure(false);
  if (rows.length === 0) return null;
  const title = t('unreadable', { count: rows.length });
  return (
    <Paper withBorder p="xs">
      <Button variant="default" size="compact-sm" aria-expanded={isOpen} onClick={toggle}>
        {title}
      </Button>
      <Collapse expanded={isOpen}>
        <Table.ScrollContainer minWidth={520} mah={300} tabIndex={0} aria-label={title}>
          <Table fz="xs" aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={110}>{t('fileLine')}</Table.Th>
                <Table.Th w={190}>{t('reason')}</Table.Th>
                <Table.Th>{t('content')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.slice(0, SHOWN).map((row) => (
                <Table.Tr key={`${String(row.row)} ${row.text}`}>
                  <Table.Td className="figures">{row.row}</Table.Td>
                  <Table.Td>{t(`unreadable.${row.reason}`)}</Table.Td>
                  <Table.Td style={{ wordBreak: 'break-word' }}>{row.text.slice(0, 300)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Collapse>
    </Paper>
  );
}
