import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { JSX } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import type { NetworkRow } from '../../../../shared/network/network-row.ts';
import { NETWORK_COLUMNS } from '../../../../shared/network/network-sort.ts';
import { NetworkTableRow } from './network-table-row.tsx';
import type { RowWords } from './use-row-words.ts';

const ESTIMATED_HEIGHT_PX = 50;

/** The rows near what is seen of a long table; room is kept for the others. */
export function WindowedRows(props: {
  readonly rows: readonly NetworkRow[];
  readonly today: string;
  readonly words: RowWords;
}): JSX.Element {
  const { rows, today, words } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    if (body.current !== null) setScrollMargin(body.current.getBoundingClientRect().top + window.scrollY);
  }, [rows]);
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count: rows.length,
    estimateSize: () => ESTIMATED_HEIGHT_PX,
    overscan: 15,
    scrollMargin,
    getItemKey: (index) => rows[index]?.activityId ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return (
    <tbody ref={body}>
      <Gap heightPx={before} />
      {items.map(({ index, key }) => {
        const row = rows[index];
        return row === undefined ? null : (
          <NetworkTableRow
            key={key}
            row={row}
            today={today}
            words={words}
            index={index}
            measure={virtualizer.measureElement}
          />
        );
      })}
      <Gap heightPx={after} />
    </tbody>
  );
}

function Gap({ heightPx }: { readonly heightPx: number }): JSX.Element | null {
  if (heightPx <= 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={NETWORK_COLUMNS.length} style={{ height: heightPx, padding: 0, border: 0 }} />
    </tr>
  );
}
