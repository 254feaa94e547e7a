import type { VirtualItem } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { JSX, KeyboardEvent, ReactNode, RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../../../shared/ledger/ledger-row.ts';
import type { RowAction } from './ledger-row-view.tsx';
import { LedgerRowView } from './ledger-row-view.tsx';

const HEAD_HEIGHT = 32;
const ROW_HEIGHT = 36;
const COMPACT_ROW_HEIGHT = 56;
const COLUMNS = 8;

interface Props {
  readonly rows: readonly LedgerRow[];
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly isCompact: boolean;
  readonly isWritable: boolean;
  readonly editingId: string | undefined;
  /** The fields that stand in place of the row being edited. */
  readonly editor: ReactNode;
  /** Shown in place of rows when there is none. */
  readonly emptyNote: ReactNode;
  readonly onAction: (action: RowAction, row: LedgerRow) => void;
}

/**
 * All rows in one virtualised grid: only what is near the screen is in the page. The grid itself holds the focus and names
 * its active row, so that scrolling never loses it.
 */
export function LedgerGrid(props: Props): JSX.Element {
  const { rows, gridRef, isCompact, editingId, onAction } = props;
  const { t } = useTranslation('ledger');
  const { t: tCommon } = useTranslation();
  const [activeId, setActiveId] = useState<string>();
  const height = isCompact ? COMPACT_ROW_HEIGHT : ROW_HEIGHT;
  const head = isCompact ? 0 : HEAD_HEIGHT;
  const editingIndex = editingId === undefined ? -1 : rows.findIndex((row) => row.recordId === editingId);
  const lastIndex = useRef(0);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.recordId ?? index,
    scrollMargin: head,
    scrollPaddingStart: head,
    overscan: 6,
    // The row being edited stays in the page wherever one scrolls: what was typed must not vanish.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return editingIndex < 0 || shown.includes(editingIndex) ? shown : [...shown, editingIndex].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, editingId, height]);

  const activeIndex = activeId === undefined ? -1 : rows.findIndex((row) => row.recordId === activeId);
  if (activeIndex >= 0) lastIndex.current = activeIndex;

  function moveTo(index: number): void {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    setActiveId(rows[to]?.recordId);
    virtualizer.scrollToIndex(to);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.target !== event.currentTarget || rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey)
      return;
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / height) - 1);
    // After a row went away its place is taken by the next one.
    const from = activeIndex >= 0 ? activeIndex : Math.min(lastIndex.current, rows.length - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: activeIndex < 0 ? from : from + 1,
      ArrowUp: from - 1,
      PageDown: from + page,
      PageUp: from - page,
      Home: 0,
      End: rows.length - 1,
    };
    const actions: Readonly<Record<string, RowAction>> = {
      Enter: 'edit',
      F2: 'edit',
      Delete: 'void',
      c: 'confirm',
      C: 'confirm',
    };
    const to = moves[event.key];
    const action = actions[event.key];
    const row = rows[activeIndex];
    if (to !== undefined) moveTo(to);
    else if (action !== undefined && row !== undefined) onAction(action, row);
    else if (event.key === 'Escape') setActiveId(undefined);
    else return;
    event.preventDefault();
  }

  const pick = useCallback(
    (recordId: string) => {
      setActiveId(recordId);
      gridRef.current?.focus({ preventScroll: true });
    },
    [gridRef],
  );

  const items = virtualizer.getVirtualItems();
  const isActiveShown = items.some((item) => item.index === activeIndex);

  return (
    <div className={isCompact ? 'ledger-frame ledger-compact' : 'ledger-frame'}>
      {rows.length === 0 && <div className="ledger-empty">{props.emptyNote}</div>}
      <div
        ref={gridRef}
        role="grid"
        tabIndex={0}
        className="ledger-scroll"
        aria-label={t('grid')}
        aria-rowcount={rows.length + 1}
        aria-colcount={isCompact ? 5 : COLUMNS}
        aria-readonly={!props.isWritable}
        aria-activedescendant={isActiveShown && activeIndex !== editingIndex ? rowDomId(activeId) : undefined}
        data-testid="ledger-grid"
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup" className="ledger-head">
          <div role="row" aria-rowindex={1} className="ledger-columns" style={{ height: '100%' }}>
            {isCompact
              ? [tCommon('label'), tCommon('amountIncludingVat'), t('actions'), tCommon('date'), t('netOnAccount')].map(
                  headCell,
                )
              : [
                  tCommon('date'),
                  t('labelColumn'),
                  t('category'),
                  tCommon('amountIncludingVat'),
                  tCommon('vat'),
                  t('netColumn'),
                  t('state'),
                  t('actions'),
                ].map(headCell)}
          </div>
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map((item) => renderRow(item))}
        </div>
      </div>
    </div>
  );

  function renderRow(item: VirtualItem): ReactNode {
    const row = rows[item.index];
    if (row === undefined) return null;
    const offset = item.start - head;
    if (item.index === editingIndex) {
      return (
        <div
          key={item.key}
          role="row"
          aria-rowindex={item.index + 2}
          ref={virtualizer.measureElement}
          data-index={item.index}
          data-active
          className="ledger-row"
          style={{ transform: `translateY(${String(offset)}px)`, zIndex: 1 }}
        >
          <div role="gridcell" aria-colspan={isCompact ? 5 : COLUMNS}>
            {props.editor}
          </div>
        </div>
      );
    }
    return (
      <LedgerRowView
        key={item.key}
        row={row}
        id={rowDomId(row.recordId)}
        rowIndex={item.index + 2}
        offset={offset}
        height={height}
        isActive={row.recordId === activeId}
        isCompact={isCompact}
        isWritable={props.isWritable}
        onPick={pick}
        onAction={onAction}
      />
    );
  }
}

function rowDomId(recordId: string | undefined): string {
  return `row-${recordId ?? ''}`;
}

function headCell(label: string, index: number): JSX.Element {
  return (
    <div
      key={label}
      role="columnheader"
      className={index >= 3 && index <= 5 ? 'ledger-cell ledger-right' : 'ledger-cell'}
    >
      {label}
    </div>
  );
}
