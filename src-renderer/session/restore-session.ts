import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { WorkOptions } from '../data/backup/backup.ts';
import type { CheckedBackup } from '../data/backup/backup-read.ts';
import type { RestoreCounts } from '../data/backup/backup-restore.ts';
import { isBackupOf, restoreBackup } from '../data/backup/backup-restore.ts';
import type { OriginOptions } from '../data/backup/backup-seal.ts';
import { judgeOrigin } from '../data/backup/backup-seal.ts';
import type { DeviceFact } from '../data/collection-schema.ts';
import type { BookStore } from '../data/book-store.ts';
import { startNewSeries } from './device-prefix.ts';
import { findLocalAccount, saveLocalAccount, updateLocalAccount } from './local-accounts.ts';
import { createPasswordCheck } from './password-check.ts';
import { sealKeyOf } from './seal-key.ts';
import type { Session } from './session.ts';
import { authenticate, authenticateDemo, closeSession, openAccount, SHORTEST_PASSWORD } from './session.ts';

const KIND = 'restore';

/** The last restore on this device, kept to be shown. */
export interface RestoreNote {
  readonly at: string;
  readonly backupMadeAt: string;
  /** Absent when the restore stopped before its end. */
  readonly counts?: RestoreCounts;
  readonly error?: AppError;
}

/** How the person shows that the backup's account is theirs. */
export type BackupKey =
  | { readonly kind: 'demo' }
  /** The password of the account, known on this device or at the server. */
  | { readonly kind: 'password'; readonly password: string }
  /** A password for this device alone, when neither the device nor a server can tell. */
  | { readonly kind: 'chosen'; readonly password: string };

/**
 * Opens a checked backup from the first screen, under the account it belongs to.
 * Errors: those of signing in and of the restore (`backup.unsealed` until the person vouches for the file); `session.weakPassword`.
 */
export async function openWithBackup(
  backup: CheckedBackup,
  key: BackupKey,
  options: WorkOptions & Pick<OriginOptions, 'isConfirmed'> = {},
): Promise<Result<Session>> {
  const account = await admit(backup, key);
  if (!account.ok) return account;
  if (!isBackupOf(account.value, backup)) return fail(appError('backup.otherPerson', 'the backup of another person'));
  const known = { ...options, sealKey: await sealKeyOf(account.value) };
  const origin = await judgeOrigin(backup, known);
  if (!origin.ok) return origin;
  const own = await leaveSeries(account.value);
  const session = await openAccount(own);
  if (!session.ok) return session;
  const done = await restoreBackup(session.value.store, backup, known);
  if (done.ok) {
    await noteRestore(session.value.store, backup, done);
    return session;
  }
  await closeSession(session.value);
  return done;
}

/**
 * Restores a backup of the open account. How it went is noted; the page must be loaded again in any case, because from the
 * first record on invoices belong to the new series.
 */
export async function restoreInto(
  store: BookStore,
  backup: CheckedBackup,
  options: WorkOptions & OriginOptions = {},
): Promise<void> {
  await leaveSeries(store.parts.account);
  await noteRestore(store, backup, await restoreBackup(store, backup, options));
}

/** Follows the note of the last restore. */
export function watchRestoreNote(store: BookStore, listener: (note: RestoreNote | undefined) => void): () => void {
  return store.parts.facts.watch(KIND, ([fact]) => {
    listener(fact === undefined ? undefined : toNote(fact));
  });
}

async function admit({ header }: CheckedBackup, key: BackupKey): Promise<Result<AccountInfo>> {
  const { account } = header;
  if (account.isDemo) {
    const entered = await authenticateDemo(account.account);
    const isOpenToAll =
      entered.ok || entered.error.code === 'network.offline' || entered.error.code === 'network.timeout';
    return entered.ok || !isOpenToAll ? entered : adopt(account, undefined);
  }
  if (key.kind === 'password') return authenticate(account.account, key.password);
  if (key.kind === 'demo') return fail(appError('session.unknownAccount', 'not a demonstration'));
  if (key.password.length < SHORTEST_PASSWORD)
    return fail(appError('session.weakPassword', 'the password is too short'));
  // An account that has a password here opens with that password only.
  const known = await findLocalAccount(account.account, false);
  return known === undefined ? adopt(account, key.password) : authenticate(account.account, key.password);
}

async function adopt(account: AccountInfo, password: string | undefined): Promise<Result<AccountInfo>> {
  await saveLocalAccount(account, password === undefined ? undefined : await createPasswordCheck(password));
  return ok(account);
}

/** Before the first record comes in, so that a restore that stops half-way is safe too. */
async function leaveSeries(account: AccountInfo): Promise<AccountInfo> {
  const own = startNewSeries(account, crypto.getRandomValues(new Uint8Array(4)));
  await updateLocalAccount(own);
  return own;
}

async function noteRestore(store: BookStore, backup: CheckedBackup, done: Result<RestoreCounts>): Promise<void> {
  const outcome = done.ok ? { counts: { ...done.value } } : { error: { ...done.error } };
  const body = { backupMadeAt: backup.header.createdAt, ...outcome };
  await store.parts.facts.put({ id: `${KIND}:last`, kind: KIND, at: store.parts.context.clock(), body });
}

function toNote({ at, body }: DeviceFact): RestoreNote {
  // Written by noteRestore only.
  return { at, ...(body as Omit<RestoreNote, 'at'>) };
}
