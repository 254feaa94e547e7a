import { Button, Group, Stack } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { saveCsv } from './save-csv.ts';
import { getPlatform } from '../platform/current-platform.ts';
import { ErrorMessage } from './error-message.tsx';
import type { ExportTable } from './export-table.ts';

/** Saves what a screen shows as a document; `makeTable` is called when the person asks, never before. */
export function ExportButtons({ makeTable }: { readonly makeTable: () => ExportTable }): JSX.Element {
  const { t } = useTranslation('documents');
  const [error, setError] = useState<AppError>();

  async function save(saveTable: (table: ExportTable) => Promise<Result<null>>): Promise<void> {
    setError(undefined);
    const saved = await saveTable(makeTable());
    if (!saved.ok) setError(saved.error);
  }

  return (
    <Stack gap="xs" className="no-print">
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconFileTypeCsv size={16} aria-hidden="true" />}
          title={t('csvHint')}
          onClick={() => void save((table) => saveCsv(getPlatform(), table))}
          data-testid="export-csv"
        >
          {t('csv')}
        </Button>
      </Group>
      <ErrorMessage error={error} />
    </Stack>
  );
}
