import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { AccountInfo } from '../../../shared/access/account-info.ts';
import { isAccountInfo } from '../../../shared/access/account-info.ts';
import type { AppError } from '../../../shared/core/errors.ts';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { Seal } from './backup-seal.ts';
import { envelopeSchema, instant } from '../../../shared/records/envelope.ts';
import type { DatabaseName } from '../../../shared/records/registry.ts';

const FORMAT = 'sillon-backup';
/** Grows when a reader of the former version would misread the file. */
export const BACKUP_VERSION = 2;
export const BACKED_UP: readonly DatabaseName[] = ['book', 'person', 'commons', 'office', 'network'];

/** First line of a backup. `appSchema` is the version of the store it was made from. */
export interface BackupHeader {
  readonly account: AccountInfo;
  readonly createdAt: string;
  readonly appSchema: number;
}

/** One record and the collection it stood in. */
export interface BackupRow {
  readonly database: DatabaseName;
  readonly record: AnyRecord;
  /** It stood in no collection: the server did not take it, and its person set it aside. Versions before take it for a record. */
  readonly isAside?: true;
}

/** Gives the lines of a backup one after the other, each with its line feed, and counts and sums what it gave. */
export interface BackupWriter {
  header(header: BackupHeader): string;
  row(row: BackupRow): string;
  /** Sum of what was given so far; nothing but `end` may follow. */
  sum(): string;
  end(seal?: Seal): string;
}

/**
 * JSON Lines: a header, one record a line, then the count, the SHA-256 of every byte before the last line, and the seal
 * over that sum. Files without a seal were made by earlier versions or by a device that had no key yet.
 */
export function createBackupWriter(): BackupWriter {
  const sum = sha256.create();
  let count = 0;
  let total: string | undefined;
  const finish = (): string => (total ??= bytesToHex(sum.digest()));
  const give = (value: unknown): string => {
    const line = `${JSON.stringify(value)}\n`;
    sum.update(utf8ToBytes(line));
    return line;
  };
  return {
    header: (header) => give({ format: FORMAT, version: BACKUP_VERSION, ...header }),
    row(row) {
      count += 1;
      return give({ database: row.database, record: row.record, ...(row.isAside && { isAside: true }) });
    },
    sum: finish,
    end: (seal) =>
      `${JSON.stringify({ end: true, count, sha256: finish(), ...(seal === undefined ? {} : { seal }) })}\n`,
  };
}

/** What one line turned out to be. */
export type BackupLine =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'row'; readonly row: BackupRow }
  | { readonly kind: 'end'; readonly count: number; readonly sum: string; readonly seal: Seal | undefined };

/**
 * Reads the lines of a backup (without their line feeds) in order. A line that is not what stands at this place gives
 * `backup.unreadable`; a file of a newer Sillon gives `store.newerSchema`. The file is whole only once `end` was read.
 */
export interface BackupReader {
  read(line: string): Result<BackupLine>;
  /** True once the last line was read and its count and sum were right. */
  isWhole(): boolean;
}

export function createBackupReader(appSchema: number): BackupReader {
  const sum = sha256.create();
  let count = 0;
  let stage: 'header' | 'rows' | 'ended' = 'header';
  const readValue = (value: Readonly<Record<string, unknown>>, line: string): Result<BackupLine> => {
    if (stage === 'header') {
      const header = readHeader(value, appSchema);
      if (!header.ok) return header;
      stage = 'rows';
      sum.update(utf8ToBytes(`${line}\n`));
      return ok({ kind: 'header', header: header.value });
    }
    if (value['end'] === true) {
      stage = 'ended';
      const total = bytesToHex(sum.digest());
      const isRight = value['count'] === count && value['sha256'] === total;
      if (!isRight) return fail(unreadable('the count or the sum is wrong'));
      return ok({ kind: 'end', count, sum: total, seal: readSeal(value['seal']) });
    }
    const row = readRow(value);
    if (row === undefined) return fail(unreadable(`record ${String(count + 1)} is not readable`));
    count += 1;
    sum.update(utf8ToBytes(`${line}\n`));
    return ok({ kind: 'row', row });
  };
  let hasFailed = false;
  return {
    read(line) {
      const value = stage === 'ended' ? undefined : parseObject(line);
      const result = value === undefined ? fail(unreadable('a line is not readable')) : readValue(value, line);
      if (!result.ok) hasFailed = true;
      return result;
    },
    isWhole: () => stage === 'ended' && !hasFailed,
  };
}

/** The error of a file that is damaged or is no backup. */
export function unreadable(message: string): AppError {
  return appError('backup.unreadable', message);
}

function readHeader(value: Readonly<Record<string, unknown>>, appSchema: number): Result<BackupHeader> {
  const { format, version, account, createdAt, appSchema: wroteSchema } = value;
  if (format !== FORMAT || typeof version !== 'number' || typeof wroteSchema !== 'number') {
    return fail(unreadable('not a backup of Sillon'));
  }
  if (version > BACKUP_VERSION || wroteSchema > appSchema) {
    return fail(appError('store.newerSchema', 'a newer Sillon wrote this backup'));
  }
  const madeAt = instant.safeParse(createdAt);
  if (!isAccountInfo(account) || !madeAt.success) return fail(unreadable('the header is not complete'));
  return ok({ account, createdAt: madeAt.data, appSchema: wroteSchema });
}

function readSeal(value: unknown): Seal | undefined {
  if (typeof value !== 'object' || value === null || !('keyId' in value) || !('mac' in value)) return undefined;
  const { keyId, mac } = value;
  return typeof keyId === 'string' && typeof mac === 'string' ? { keyId, mac } : undefined;
}

function readRow(value: Readonly<Record<string, unknown>>): BackupRow | undefined {
  const database = BACKED_UP.find((name) => name === value['database']);
  const record = envelopeSchema.safeParse(value['record']);
  if (database === undefined || !record.success) return undefined;
  const { isPending, ...rest } = record.data;
  const isAside = value['isAside'] === true && { isAside: true as const };
  return { database, record: isPending === true ? { ...rest, isPending } : rest, ...isAside };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return value as Readonly<Record<string, unknown>>; // a JSON object
  } catch {
    return undefined;
  }
}
