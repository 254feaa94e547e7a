import { Button, FileButton, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Where a statement is picked or dropped. */
export function FileDrop(props: { readonly isReading: boolean; readonly onFile: (file: File) => void }): JSX.Element {
  const { t } = useTranslation('bankImport');
  const [isOver, setIsOver] = useState(false);
  return (
    <Paper
      withBorder
      p="lg"
      style={{
        borderStyle: 'dashed',
        ...(isOver
          ? { borderColor: 'var(--mantine-primary-color-filled)', background: 'var(--mantine-primary-color-light)' }
          : {}),
      }}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) props.onFile(file);
      }}
    >
      <Group justify="space-between" gap="md">
        <Group wrap="nowrap">
          {props.isReading ? <Loader size={28} /> : <IconFileUpload size={32} stroke={1.4} aria-hidden="true" />}
          <Stack gap={0}>
            <Text fw={600} role="status">
              {props.isReading ? t('reading') : t('drop')}
            </Text>
            <Text size="sm" c="dimmed">
              {t('dropHint')}
            </Text>
          </Stack>
        </Group>
        <FileButton
          accept=".ofx,.qfx,.csv,.txt,.tsv,text/csv,application/x-ofx"
          onChange={(file) => {
            if (file !== null) props.onFile(file);
          }}
          inputProps={{ 'aria-label': t('choose') }}
        >
          {(button) => (
            <Button {...button} disabled={props.isReading} data-testid="bank-file-button">
              {t('choose')}
            </Button>
          )}
        </FileButton>
      </Group>
    </Paper>
  );
}
