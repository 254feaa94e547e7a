import { useMemo, useState } from 'react';
import type { CsvMapping } from '../../../../shared/banking/csv-layout.ts';
import type { BankFile } from '../../../../shared/banking/read-bank-file.ts';
import { MAX_BANK_FILE_BYTES, readBankFile } from '../../../../shared/banking/read-bank-file.ts';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import { hashBytes } from '../../../data/hash.ts';

/** A bank file a person picked and how it was read. */
export interface PickedFile {
  readonly name: string;
  readonly sha256: string;
  readonly file: BankFile;
}

interface Raw {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Reads a picked file, again whenever a person changes how its columns are to be read. */
export function useBankFile(bookCurrency: string) {
  const [raw, setRaw] = useState<Raw>();
  const [mapping, setMapping] = useState<CsvMapping>();
  const [isReading, setIsReading] = useState(false);
  const [pickError, setPickError] = useState<AppError>();

  const read = useMemo(() => {
    if (raw === undefined) return undefined;
    return readBankFile(raw.name, raw.bytes, {
      hash: hashBytes,
      defaultCurrency: bookCurrency,
      ...(mapping === undefined ? {} : { csvMapping: mapping }),
    });
  }, [raw, mapping, bookCurrency]);

  async function pick(file: File): Promise<void> {
    setPickError(undefined);
    setMapping(undefined);
    setRaw(undefined);
    if (file.size > MAX_BANK_FILE_BYTES) {
      setPickError(appError('file.tooLarge', `${file.name} is too large`));
      return;
    }
    setIsReading(true);
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      // Lets the screen say that it reads before a large file keeps it busy.
      await new Promise((resolve) => setTimeout(resolve, 30));
      setRaw({ name: file.name, bytes, sha256: hashBytes(bytes) });
    } catch {
      setPickError(appError('file.unreadable', `${file.name} cannot be read`));
    }
    setIsReading(false);
  }

  const picked: PickedFile | undefined =
    raw !== undefined && read?.ok === true ? { name: raw.name, sha256: raw.sha256, file: read.value } : undefined;
  return {
    pick,
    picked,
    isReading,
    error: pickError ?? (read?.ok === false ? read.error : undefined),
    setMapping,
    clear: () => {
      setRaw(undefined);
      setPickError(undefined);
    },
  };
}
