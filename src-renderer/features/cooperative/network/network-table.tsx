import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import type { NetworkColumn, NetworkSort } from '../../../../shared/network/network-sort.ts';
import { NETWORK_COLUMNS, nextSort } from '../../../../shared/network/network-sort.ts';
import { NetworkTableRow } from './network-table-row.tsx';
import styles from './network-table.module.css';
import { useRowWords } from './use-row-words.ts';
import { WindowedRows } from './windowed-rows.tsx';

const RIGHT: readonly NetworkColumn[] = ['turnover', 'balance', 'toCollect', 'toValidate'];

/** Up to this many rows all are drawn, so that the browser's own search and printing see them. */
const DRAWN_WHOLE = 150;

/** Percent of the table's width. */
const WIDTHS: Readonly<Record<NetworkColumn, number>> = {
  name: 11.7,
  entrepreneur: 10.5,
  region: 10,
  contract: 6.5,
  turnover: 10.5,
  balance: 10.5,
  toCollect: 11,
  toValidate: 6.5,
  lastSeen: 9.3,
  verification: 13.5,
};

/** The activities as a table; the head of each column orders it. */
export function NetworkTable(props: {
  readonly rows: readonly NetworkRow[];
  readonly sort: NetworkSort;
  readonly onSort: (sort: NetworkSort) => void;
  readonly today: string;
}): JSX.Element {
  const { t } = useTranslation('network');
  const { rows, sort, onSort, today } = props;
  const words = useRowWords();
  const isWindowed = rows.length > DRAWN_WHOLE;
  return (
    <Table.ScrollContainer minWidth={1010} tabIndex={0} aria-label={t('activities')}>
      <table
        className={styles['table']}
        aria-label={t('activities')}
        aria-rowcount={isWindowed ? rows.length + 1 : undefined}
        data-testid="network-table"
      >
        <colgroup>
          {NETWORK_COLUMNS.map((column) => (
            <col key={column} style={{ width: `${String(WIDTHS[column])}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {NETWORK_COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                data-right={RIGHT.includes(column) || undefined}
                aria-sort={sort.column !== column ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              >
                <UnstyledButton
                  className={styles['sort'] ?? ''}
                  onClick={() => {
                    onSort(nextSort(sort, column));
                  }}
                  data-testid={`sort-${column}`}
                >
                  {t(`column.${column}`, { year: today.slice(0, 4) })}
                  <SortIcon sort={sort} column={column} />
                </UnstyledButton>
              </th>
            ))}
          </tr>
        </thead>
        {isWindowed ? (
          <WindowedRows rows={rows} today={today} words={words} />
        ) : (
          <tbody>
            {rows.map((row) => (
              <NetworkTableRow key={row.activityId} row={row} today={today} words={words} />
            ))}
          </tbody>
        )}
      </table>
    </Table.ScrollContainer>
  );
}

function SortIcon({ sort, column }: { readonly sort: NetworkSort; readonly column: NetworkColumn }): JSX.Element {
  const Icon = sort.column !== column ? IconArrowsSort : sort.isDescending ? IconArrowDown : IconArrowUp;
  return <Icon size={13} aria-hidden="true" />;
}
