import { Alert, Button, Image, Loader, Modal, Stack, UnstyledButton } from '@mantine/core';
import { useDisclosure, useInViewport } from '@mantine/hooks';
import { IconFileTypePdf, IconPhoto, IconPhotoX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/core/errors.ts';
import type { ReceiptManifest } from '../../../shared/records/expense.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { getPlatform } from '../../platform/current-platform.ts';
import { useReceipts } from './use-receipts.ts';

/** A small picture of a receipt that opens it; read from the vault only when it comes into view. */
export function ReceiptThumbnail({ manifest }: { readonly manifest: ReceiptManifest }): JSX.Element {
  const { t } = useTranslation('expenses');
  const format = useFormat();
  const receipts = useReceipts();
  const { ref, inViewport } = useInViewport();
  const [isOpen, { open, close }] = useDisclosure(false);
  const [blob, setBlob] = useState<Blob>();
  const [failure, setFailure] = useState<AppError>();
  const address = useObjectUrl(blob);
  const isPdf = manifest.mimeType === 'application/pdf';
  const isWanted = isOpen || (inViewport && !isPdf);
  const { sha256 } = manifest;

  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    void receipts.read(manifest).then((read) => {
      if (!isCurrent) return;
      setBlob(read.ok ? read.value : undefined);
      setFailure(read.ok ? undefined : read.error);
    });
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the hash stands for the manifest
  }, [isWanted, sha256, receipts]);

  async function save(): Promise<void> {
    if (blob === undefined) return;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const done = await getPlatform().saveFile({ name: manifest.fileName, mimeType: manifest.mimeType, bytes });
    if (!done.ok && done.error.code !== 'desktop.cancelled') setFailure(done.error);
  }

  const name = t('receiptOpen', { name: manifest.fileName });
  const problem =
    failure?.code === 'record.notFound'
      ? t('receiptElsewhere')
      : failure?.code === 'file.unreadable'
        ? t('receiptDamaged')
        : failure && format.error(failure);
  return (
    <>
      <UnstyledButton
        ref={ref}
        aria-label={name}
        title={problem ?? name}
        onClick={open}
        w={36}
        h={36}
        display="inline-flex"
      >
        {address !== undefined && !isPdf ? (
          <Image src={address} alt="" w={36} h={36} radius="sm" fit="cover" />
        ) : failure !== undefined ? (
          <IconPhotoX size={28} stroke={1.3} color="var(--mantine-color-dimmed)" />
        ) : isPdf ? (
          <IconFileTypePdf size={28} stroke={1.3} />
        ) : (
          <IconPhoto size={28} stroke={1.3} color="var(--mantine-color-dimmed)" />
        )}
      </UnstyledButton>
      <Modal opened={isOpen} onClose={close} title={manifest.fileName} size="lg">
        <Stack align="flex-start">
          {problem !== undefined && (
            <Alert color="orange" role="alert">
              {problem}
            </Alert>
          )}
          {problem === undefined && blob === undefined && <Loader />}
          {address !== undefined && !isPdf && <Image src={address} alt={manifest.fileName} mah="70vh" fit="contain" />}
          {blob !== undefined && (
            <Button variant="default" size="xs" onClick={() => void save()}>
              {t('receiptSave')}
            </Button>
          )}
        </Stack>
      </Modal>
    </>
  );
}

function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (blob === undefined) return undefined;
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => {
      setAddress(undefined);
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return address;
}
