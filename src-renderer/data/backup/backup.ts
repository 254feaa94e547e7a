import { getChangedDocumentsSince } from 'rxdb';
import type { AppError } from '../../../shared/core/errors.ts';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import { BACKED_UP, createBackupWriter } from './backup-format.ts';
import type { SealKey } from './backup-seal.ts';
import { makeSeal } from './backup-seal.ts';
import { LinePacker } from './backup-lines.ts';
import type { BookStore } from '../book-store.ts';
import { listSetAside } from '../commands/device/set-aside.ts';
import { STORE_VERSION } from '../open-store.ts';
import type { RecordCollection } from '../storage-access.ts';
import { toRecord, toStoreError } from '../storage-access.ts';

const PAGE = 1000;

/** How far a long work got: 0 to 1. */
export interface WorkOptions {
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** A backup ready to be written to a file. */
export interface BackupFile {
  readonly file: Blob;
  /** Proposed name, with extension. */
  readonly name: string;
  readonly recordCount: number;
  /** False when this device has no key of the account yet. */
  readonly isSealed: boolean;
}

/**
 * Packs every record of the open store and what was set aside, sealed with the account's key when there is one. What belongs to the device (passwords, session, log of exchanges) stays out.
 * Errors: `desktop.cancelled`, `store.writeFailed` when the store cannot be read.
 */
export async function saveBackup(
  store: BookStore,
  options: WorkOptions & { readonly sealKey?: SealKey | undefined } = {},
): Promise<Result<BackupFile>> {
  const { account, collections, context } = store.parts;
  const createdAt = context.clock();
  const packer = new LinePacker();
  const writer = createBackupWriter();
  let recordCount = 0;
  try {
    const total = await countRecords(store);
    await packer.add(writer.header({ account, createdAt, appSchema: STORE_VERSION }));
    for (const database of BACKED_UP) {
      const collection = collections[database];
      if (collection === undefined) continue;
      for await (const page of readPages(collection)) {
        if (options.signal?.aborted === true) {
          await packer.abort();
          return fail(cancelled());
        }
        await packer.add(page.map((record) => writer.row({ database, record })).join(''));
        recordCount += page.length;
        options.onProgress?.(Math.min(1, recordCount / Math.max(1, total)));
      }
    }
    for (const { record } of await listSetAside(store.parts.facts)) {
      // It never stood in the commons: only what belongs to a book is set aside.
      await packer.add(writer.row({ database: 'book', record, isAside: true }));
      recordCount += 1;
    }
    const { sealKey } = options;
    await packer.add(writer.end(sealKey === undefined ? undefined : await makeSeal(sealKey, writer.sum())));
    const name = backupName(account.account, createdAt);
    return ok({ file: await packer.finish(), name, recordCount, isSealed: sealKey !== undefined });
  } catch (error) {
    await packer.abort();
    return fail(toStoreError(error));
  }
}

export function cancelled(): AppError {
  return appError('desktop.cancelled', 'stopped by the person');
}

/** `sillon-awa.diallo-2026-03-01-0830.sillon`: sorts by person, then by time. */
function backupName(account: string, createdAt: string): string {
  return `sillon-${account}-${createdAt.slice(0, 10)}-${createdAt.slice(11, 16).replace(':', '')}.sillon`;
}

async function countRecords(store: BookStore): Promise<number> {
  const collections = BACKED_UP.flatMap((name) => store.parts.collections[name] ?? []);
  const counts = await Promise.all(collections.map((collection) => collection.count().exec()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Every record in the order it was written, whatever its type; one written meanwhile comes again at the end. */
async function* readPages(collection: RecordCollection): AsyncGenerator<AnyRecord[]> {
  let checkpoint: unknown;
  for (;;) {
    const page = await getChangedDocumentsSince(collection.storageInstance, PAGE, checkpoint);
    if (page.documents.length === 0) return;
    checkpoint = page.checkpoint;
    yield page.documents.filter((document) => !document._deleted).map(toRecord);
  }
}
