import { Image, Modal, UnstyledButton } from '@mantine/core';
import { useDisclosure, useInViewport } from '@mantine/hooks';
import { IconCloudDownload, IconFileTypePdf, IconPhoto, IconPhotoX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptManifest } from '../../../../shared/records/expense.ts';
import { ReceiptView } from './receipt-view.tsx';
import { useReceiptFile } from './use-receipt-file.ts';

const DIMMED = 'var(--mantine-color-dimmed)';

/** A small picture of a receipt that opens it; read only when it comes into view, fetched only when it is opened. */
export function ReceiptThumbnail(props: {
  readonly manifest: ReceiptManifest;
  readonly activityId: string;
}): JSX.Element {
  const { manifest, activityId } = props;
  const { t } = useTranslation('receipts');
  const { ref, inViewport } = useInViewport();
  const [isOpen, { open, close }] = useDisclosure(false);
  const isPdf = manifest.mimeType === 'application/pdf';
  const file = useReceiptFile(manifest, activityId, { isWanted: isOpen || (inViewport && !isPdf), isOpen });
  const isElsewhere = file.failure?.code === 'record.notFound';
  const name = t('open', { name: manifest.fileName });
  return (
    <>
      <UnstyledButton
        ref={ref}
        aria-label={name}
        title={isElsewhere ? t('elsewhere') : name}
        onClick={open}
        w={36}
        h={36}
        display="inline-flex"
        data-testid="receipt"
      >
        {file.address !== undefined && !isPdf ? (
          <Image src={file.address} alt="" w={36} h={36} radius="sm" fit="cover" />
        ) : isElsewhere ? (
          <IconCloudDownload size={28} stroke={1.3} color={DIMMED} />
        ) : file.failure !== undefined ? (
          <IconPhotoX size={28} stroke={1.3} color={DIMMED} />
        ) : isPdf ? (
          <IconFileTypePdf size={28} stroke={1.3} />
        ) : (
          <IconPhoto size={28} stroke={1.3} color={DIMMED} />
        )}
      </UnstyledButton>
      <Modal
        opened={isOpen}
        onClose={() => {
          file.cancel();
          close();
        }}
        title={manifest.fileName}
        size="lg"
      >
        <ReceiptView manifest={manifest} file={file} />
      </Modal>
    </>
  );
}
