import { Group, Pagination } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const PAGE_SIZE = 50;

/** Shows fifty items at a time with the way to the others. */
export function PagedList<T>(props: {
  readonly items: readonly T[];
  readonly children: (shown: readonly T[]) => ReactNode;
}): JSX.Element {
  const { t } = useTranslation('network');
  const [wanted, setPage] = useState(1);
  const pageCount = Math.max(1, Math.ceil(props.items.length / PAGE_SIZE));
  // The list may have become shorter since the page was chosen.
  const page = Math.min(wanted, pageCount);
  return (
    <>
      {props.children(props.items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE))}
      {pageCount > 1 && (
        <Group justify="center" mt="sm">
          <Pagination
            total={pageCount}
            value={page}
            onChange={setPage}
            size="sm"
            aria-label={t('page')}
            getControlProps={(control) => ({ 'aria-label': control === 'next' ? t('nextPage') : t('previousPage') })}
          />
        </Group>
      )}
    </>
  );
}
