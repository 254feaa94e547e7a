import { Badge, Checkbox, Group, Paper, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { JSX } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenInvoice } from '../../../../shared/banking/match-invoices.ts';
import type { ImportRow } from '../../../../shared/banking/plan-import.ts';
import { isTakable } from '../../../../shared/banking/plan-import.ts';
import type { BookSettings } from '../../../data/book-settings.ts';
import { ImportRowView } from './import-row-view.tsx';
import type { RowChoice, RowChoices } from './row-choices.ts';
import { isTicked } from './row-choices.ts';

const ROW_HEIGHT = 52;
const COMPACT_ROW_HEIGHT = 112;

const COLORS: Readonly<Record<ImportRow['verdict'], string>> = {
  new: 'field',
  doubtful: 'orange',
  closed: 'orange',
  alreadyThere: 'gray',
};

interface Props {
  readonly verdict: ImportRow['verdict'];
  readonly rows: readonly ImportRow[];
  /** Positions of the rows of this group. */
  readonly indexes: readonly number[];
  readonly choices: RowChoices;
  readonly isCompact: boolean;
  readonly settings: BookSettings;
  readonly openInvoices: readonly OpenInvoice[];
  readonly nameMatch: (row: ImportRow) => string;
  readonly onChoice: (index: number, choice: RowChoice) => void;
  readonly onTickAll: (indexes: readonly number[], isTicked: boolean) => void;
}

/** The lines of one verdict; of a long list only what is near the screen is in the page. */
export function ImportGroup(props: Props): JSX.Element | null {
  const { verdict, rows, indexes, choices, isCompact } = props;
  const { t } = useTranslation('bankImport');
  const { t: tCommon } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: indexes.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (isCompact ? COMPACT_ROW_HEIGHT : ROW_HEIGHT),
    overscan: 8,
  });
  if (indexes.length === 0) return null;
  const name = t(`group.${verdict}`);
  const tickedCount = indexes.reduce((count, index) => {
    const row = rows[index];
    return count + (row !== undefined && isTicked(row, choices.get(index)) ? 1 : 0);
  }, 0);
  return (
    <Paper
      withBorder
      component="section"
      aria-label={name}
      data-testid={`import-${verdict}`}
      data-count={indexes.length}
    >
      <Group p="xs" gap="xs">
        {isTakable({ verdict }) && (
          <Checkbox
            size="xs"
            aria-label={t('tickAll', { group: name })}
            checked={tickedCount === indexes.length}
            indeterminate={tickedCount > 0 && tickedCount < indexes.length}
            onChange={(event) => {
              props.onTickAll(indexes, event.currentTarget.checked);
            }}
          />
        )}
        <Text fw={600}>{name}</Text>
        <Badge variant="light" color={COLORS[verdict]}>
          {indexes.length}
        </Badge>
        <Text size="sm" c="dimmed">
          {t(`groupHint.${verdict}`)}
        </Text>
      </Group>
      <div
        ref={scroll}
        role="table"
        aria-label={name}
        aria-rowcount={indexes.length + 1}
        tabIndex={0}
        className={isCompact ? 'import-scroll import-compact' : 'import-scroll'}
      >
        <div role="rowgroup">
          <div role="row" aria-rowindex={1} className="import-row import-head">
            <div role="columnheader">
              <span className="visually-hidden">{t('ticked')}</span>
            </div>
            <div role="columnheader">{tCommon('date')}</div>
            <div role="columnheader">{tCommon('label')}</div>
            <div role="columnheader" className="import-right">
              {tCommon('amount')}
            </div>
            <div role="columnheader">{t('becomes')}</div>
            <div role="columnheader">{tCommon('vatRate')}</div>
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {virtualizer.getVirtualItems().map((item) => {
            const index = indexes[item.index] ?? 0;
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={item.index + 2}
                className="import-row import-row-item"
                style={{ height: item.size, transform: `translateY(${String(item.start)}px)` }}
              >
                <ImportRowView
                  row={row}
                  index={index}
                  choice={choices.get(index)}
                  settings={props.settings}
                  openInvoices={props.openInvoices}
                  match={props.nameMatch(row)}
                  onChoice={props.onChoice}
                />
              </div>
            );
          })}
        </div>
      </div>
    </Paper>
  );
}
