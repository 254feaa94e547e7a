import { Button, Group, Stack } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { savePdf } from './save-pdf.ts';
import { tableDocument } from './table-document.ts';
import { getPlatform } from '../platform/current-platform.ts';
import { ErrorMessage } from '../ui/error-message.tsx';
import type { ExportTable } from '../ui/export-table.ts';
import { saveCsv } from '../ui/save-csv.ts';
import { usePdfPage } from './use-pdf-page.ts';
import { useSaving } from '../ui/use-saving.ts';

/** Saves what a screen shows as a document; `makeTable` is called when the person asks, never before. */
export function ExportButtons({ makeTable }: { readonly makeTable: () => ExportTable }): JSX.Element {
  const { t } = useTranslation('documents');
  const pdfPage = usePdfPage();
  const { isBusy, error, save } = useSaving();
  return (
    <Stack gap="xs" className="no-print">
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconFileTypePdf size={16} aria-hidden="true" />}
          title={t('pdfHint')}
          disabled={isBusy}
          onClick={() => void save(() => savePdf(getPlatform(), tableDocument(makeTable(), pdfPage())))}
          data-testid="export-pdf"
        >
          {t('pdf')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFileTypeCsv size={16} aria-hidden="true" />}
          title={t('csvHint')}
          disabled={isBusy}
          onClick={() => void save(() => saveCsv(getPlatform(), makeTable()))}
          data-testid="export-csv"
        >
          {t('csv')}
        </Button>
      </Group>
      <ErrorMessage error={error} />
    </Stack>
  );
}
