import type { AccountInfo } from '../../../shared/access/account-info.ts';
import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../../shared/access/check-authority.ts';
import { appError } from '../../../shared/core/errors.ts';
import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import { checkContent } from '../../../shared/record-rules/check-content.ts';
import { isUnderstood } from '../../../shared/records/understood.ts';
import type { WorkOptions } from './backup.ts';
import { cancelled } from './backup.ts';
import type { BackupRow } from './backup-format.ts';
import { UnreadableFileError } from './backup-lines.ts';
import { asOwnEdit, fits, planRestore } from './backup-plan.ts';
import type { CheckedBackup } from './backup-read.ts';
import { readBatches } from './backup-read.ts';
import { unreadable } from './backup-format.ts';
import type { OriginOptions } from './backup-seal.ts';
import { judgeOrigin } from './backup-seal.ts';
import type { BookStore } from '../book-store.ts';
import { keepAside, listSetAside } from '../commands/device/set-aside.ts';
import { buildConflictCopy } from '../conflicts/conflict-copy.ts';
import type { RecordCollection, RecordWrite } from '../storage-access.ts';
import { readByIds, writeRecords } from '../storage-access.ts';

const TRIES = 3;

/** What a restore did, record by record. */
export interface RestoreCounts {
  readonly added: number;
  readonly updated: number;
  readonly kept: number;
  readonly copied: number;
  readonly leftOut: number;
  /** Settings and the like, which only the server gives. */
  readonly fromServer: number;
}

const NOTHING: RestoreCounts = { added: 0, updated: 0, kept: 0, copied: 0, leftOut: 0, fromServer: 0 };

/** Whether a backup belongs to this account: same person, same side of the demonstration's fence. */
export function isBackupOf(account: AccountInfo, { header }: CheckedBackup): boolean {
  const other = header.account;
  return (
    other.account === account.account && other.isDemo === account.isDemo && other.activityId === account.activityId
  );
}

/**
 * Brings a checked backup into the open store, batch by batch. What stands there is never overwritten by something that
 * does not descend from it, nor by anything of a file whose seal nobody here can check. Stopping half-way leaves whole batches; doing it again goes on where it stopped.
 * Errors: `backup.otherPerson`, `backup.changed`, `backup.unsealed` (nothing changed), `store.newerSchema`, `store.full`, `store.writeFailed`, `desktop.cancelled`.
 */
export async function restoreBackup(
  store: BookStore,
  backup: CheckedBackup,
  options: WorkOptions & OriginOptions = {},
): Promise<Result<RestoreCounts>> {
  const { account, collections, isWritable } = store.parts;
  if (!isBackupOf(account, backup)) return fail(appError('backup.otherPerson', 'the backup of another person'));
  if (!isWritable) return fail(appError('store.newerSchema', 'a newer Sillon wrote this store'));
  const origin = await judgeOrigin(backup, options);
  if (!origin.ok) return origin;
  let counts = NOTHING;
  let doneCount = 0;
  try {
    for await (const batch of readBatches(backup)) {
      if (options.signal?.aborted === true) return fail(cancelled());
      const collection = collections[batch[0]?.database ?? 'book'];
      if (batch[0]?.isAside === true) counts = sumCounts(counts, await restoreAside(store, batch));
      else if (collection !== undefined) {
        const done = await restoreBatch(store, collection, batch, origin.value);
        if (!done.ok) return done;
        counts = sumCounts(counts, done.value);
      }
      doneCount += batch.length;
      options.onProgress?.(doneCount / Math.max(1, backup.recordCount));
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) return fail(unreadable(error.message));
    throw error;
  }
  return ok(counts);
}

async function restoreBatch(
  store: BookStore,
  collection: RecordCollection,
  batch: readonly BackupRow[],
  isSealed: boolean,
): Promise<Result<RestoreCounts>> {
  for (let tries = 1; ; tries += 1) {
    const { writes, counts } = await planBatch(store, collection, batch, isSealed);
    const done = writes.length === 0 ? ok(undefined) : await writeRecords(collection, writes, 'asGiven');
    if (done.ok) return ok(counts);
    // The person or the exchange changed one of these records meanwhile: look again.
    if (done.error.details?.['changedElsewhere'] !== true || tries === TRIES) return done;
  }
}

async function planBatch(
  store: BookStore,
  collection: RecordCollection,
  batch: readonly BackupRow[],
  isSealed: boolean,
) {
  const role = store.parts.account.role === 'supportTeam' ? SUPPORT_TEAM_ROLE : MEMBER_ROLE;
  const ids = batch.map((row) => row.record.id);
  const stored = await readByIds(collection, ids);
  const writes: RecordWrite[] = [];
  const copies: RecordWrite[] = [];
  const counts = { ...NOTHING };
  for (const row of batch) {
    const before = stored.get(row.record.id);
    const step = planRestore(before, row, { role, isSealed });
    if (step.kind === 'add' || step.kind === 'update') {
      writes.push({ before, after: isSealed ? step.record : asOwnEdit(store.parts.context, step.record) });
    }
    if (step.kind === 'copy') {
      const copy = buildConflictCopy(store.parts.context, step.record, step.fields, 'backup');
      copies.push({ before: undefined, after: { ...copy, isPending: true } });
    }
    counts[COUNTED[step.kind]] += 1;
  }
  // A second restore of the same file finds its copies there already.
  const known = await readByIds(
    collection,
    copies.map((copy) => copy.after.id),
  );
  return { writes: [...writes, ...copies.filter((copy) => !known.has(copy.after.id))], counts };
}

/** What was set aside comes back there: into the book it comes by its person, through the checks of every write. */
async function restoreAside(store: BookStore, batch: readonly BackupRow[]): Promise<RestoreCounts> {
  const { facts, context } = store.parts;
  const counts = { ...NOTHING };
  const known = new Set((await listSetAside(facts)).map(({ record }) => record.edits[0]));
  for (const { record } of batch) {
    const [newest = ''] = record.edits;
    const isHere = known.has(newest) || store.find(record.id)?.edits.includes(newest) === true;
    const isRight = checkContent(record).ok || (!isUnderstood(record) && fits(record));
    if (isRight && !isHere) await keepAside(facts, context.clock(), record);
    counts[!isRight ? 'leftOut' : isHere ? 'kept' : 'added'] += 1;
  }
  return counts;
}

const COUNTED = {
  add: 'added',
  update: 'updated',
  keep: 'kept',
  copy: 'copied',
  leaveOut: 'leftOut',
  fromServer: 'fromServer',
} as const;

function sumCounts(a: RestoreCounts, b: RestoreCounts): RestoreCounts {
  return {
    added: a.added + b.added,
    updated: a.updated + b.updated,
    kept: a.kept + b.kept,
    copied: a.copied + b.copied,
    leftOut: a.leftOut + b.leftOut,
    fromServer: a.fromServer + b.fromServer,
  };
}
