import { useEffect, useState } from 'react';
import type { AppError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import type { ReceiptManifest } from '../../../../shared/records/expense.ts';
import { useReceipts } from '../../../receipts/use-receipts.ts';
import { useWork } from '../../../ui/use-work.ts';

/** The bytes of one receipt for a screen. */
export interface ReceiptFile {
  readonly blob: Blob | undefined;
  readonly address: string | undefined;
  readonly failure: AppError | undefined;
  /** How far the receipt has come from the server, 0 to 1, while it does. */
  readonly share: number | undefined;
  /** Fetches it from the server. */
  readonly bring: () => void;
  readonly cancel: () => void;
}

/** Reads a receipt from this device once it is wanted, and from the server when it is opened and not here. */
export function useReceiptFile(
  manifest: ReceiptManifest,
  activityId: string,
  { isWanted, isOpen }: { readonly isWanted: boolean; readonly isOpen: boolean },
): ReceiptFile {
  const receipts = useReceipts(activityId);
  const work = useWork();
  const [read, setRead] = useState<Result<Blob>>();
  const blob = read?.ok === true ? read.value : undefined;
  const { sha256 } = manifest;

  async function bring(): Promise<void> {
    setRead(await work.run((signals) => receipts.bring(manifest, signals)));
  }

  useEffect(() => {
    if (!isWanted) return undefined;
    let isCurrent = true;
    void receipts.read(manifest).then((found) => {
      if (!isCurrent) return;
      setRead(found);
      if (isOpen && !found.ok) void bring();
    });
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the hash stands for the manifest
  }, [isWanted, isOpen, sha256, receipts]);

  return {
    blob,
    address: useObjectUrl(blob),
    failure: read?.ok === false ? read.error : undefined,
    share: work.share,
    bring: () => void bring(),
    cancel: work.cancel,
  };
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
