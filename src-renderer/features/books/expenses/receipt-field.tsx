import { Alert, Button, FileButton, Group, Text } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { ReceiptManifest } from '../../../../shared/records/expense.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useReceipts } from '../../../receipts/use-receipts.ts';
import { useSession } from '../../../session/session-context.tsx';
import { ReceiptThumbnail } from '../pieces/receipt-thumbnail.tsx';

/** The receipt of the expense in the form: attach, see, change, take off. */
export function ReceiptField(props: {
  readonly value: ReceiptManifest | undefined;
  readonly onChange: (manifest: ReceiptManifest | undefined) => void;
  /** A chosen file is being made ready, which takes seconds; resolves with nothing when it cannot be kept. */
  readonly onWork: (work: Promise<ReceiptManifest | undefined>) => void;
}): JSX.Element {
  const { value, onChange, onWork } = props;
  const { t } = useTranslation('expenses');
  const format = useFormat();
  const activityId = useSession().account.activityId ?? '';
  const receipts = useReceipts(activityId);
  const [isWorking, setIsWorking] = useState(false);
  const [failure, setFailure] = useState<AppError>();

  async function attach(file: File): Promise<ReceiptManifest | undefined> {
    setIsWorking(true);
    setFailure(undefined);
    const kept = await receipts.keep(file);
    setIsWorking(false);
    if (kept.ok) onChange(kept.value);
    else setFailure(kept.error);
    return kept.ok ? kept.value : undefined;
  }

  return (
    <div>
      <Group gap="xs">
        {value !== undefined && <ReceiptThumbnail manifest={value} activityId={activityId} />}
        <FileButton
          accept="image/*,application/pdf"
          onChange={(file) => {
            if (file !== null) onWork(attach(file));
          }}
          inputProps={{ 'aria-label': t('receiptAdd') }}
        >
          {(button) => (
            <Button {...button} size="xs" variant="default" loading={isWorking} leftSection={<IconCamera size={16} />}>
              {value === undefined ? t('receiptAdd') : t('receiptChange')}
            </Button>
          )}
        </FileButton>
        {value !== undefined && (
          <Button
            size="xs"
            variant="subtle"
            color="red"
            onClick={() => {
              onChange(undefined);
            }}
          >
            {t('receiptRemove')}
          </Button>
        )}
        <Text size="xs" c="dimmed" role="status">
          {isWorking
            ? t('receiptWorking')
            : value === undefined
              ? t('receiptHint')
              : t('receiptSize', { name: value.fileName, size: Math.ceil(value.sizeBytes / 1024) })}
        </Text>
      </Group>
      {failure !== undefined && (
        <Alert color="red" role="alert" py={6} mt={6}>
          {format.error(failure)}
        </Alert>
      )}
    </div>
  );
}
