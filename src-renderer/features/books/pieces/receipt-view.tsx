import { Alert, Button, Image, Loader, Stack } from '@mantine/core';
import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError, ErrorCode } from '../../../../shared/core/errors.ts';
import type { ReceiptManifest } from '../../../../shared/records/expense.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { getPlatform } from '../../../platform/current-platform.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import type { ReceiptFile } from './use-receipt-file.ts';
import { WorkProgress } from '../../../ui/work-progress.tsx';

/** Words that say more than those of the code alone. */
const SENTENCES = {
  'record.notFound': 'elsewhere',
  'network.offline': 'offline',
  'file.unreadable': 'damaged',
  'desktop.cancelled': 'stopped',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** An opened receipt: its picture, how far it has come from the server, or why it is not shown. */
export function ReceiptView(props: { readonly manifest: ReceiptManifest; readonly file: ReceiptFile }): JSX.Element {
  const { manifest, file } = props;
  const { t } = useTranslation('receipts');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const [unsaved, setUnsaved] = useState<AppError>();
  const { blob, address, failure, share } = file;

  async function save(): Promise<void> {
    if (blob === undefined) return;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const done = await getPlatform().saveFile({ name: manifest.fileName, mimeType: manifest.mimeType, bytes });
    setUnsaved(done.ok ? undefined : done.error);
  }

  function explain({ code, message, details }: AppError): string {
    return isNamed(code) ? t(SENTENCES[code]) : format.error({ code, message, ...(details && { details }) });
  }

  if (share !== undefined) return <WorkProgress label={t('bringing')} share={share} onCancel={file.cancel} />;
  return (
    <Stack align="flex-start">
      {failure !== undefined && (
        <>
          <Alert color="orange" role="alert" data-error={failure.code}>
            {explain(failure)}
          </Alert>
          <Button variant="default" size="xs" onClick={file.bring}>
            {failure.code === 'desktop.cancelled' ? t('bring') : tCommon('tryAgain')}
          </Button>
        </>
      )}
      {failure === undefined && blob === undefined && <Loader />}
      {address !== undefined && manifest.mimeType !== 'application/pdf' && (
        <Image src={address} alt={manifest.fileName} mah="70vh" fit="contain" data-testid="receipt-image" />
      )}
      {blob !== undefined && (
        <Button variant="default" size="xs" onClick={() => void save()}>
          {t('save')}
        </Button>
      )}
      <ErrorMessage error={unsaved} />
    </Stack>
  );
}

function isNamed(code: ErrorCode): code is keyof typeof SENTENCES {
  return code in SENTENCES;
}
