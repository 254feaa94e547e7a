import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { AppError } from '../../shared/core/errors.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { BookStore } from '../data/book-store.ts';
import { openStore } from '../data/open-store.ts';
import { SyncEngine } from '../sync/sync-engine.ts';
import { enterDemo, redeemCode, signInOnline } from './api.ts';
import type { LocalAccount } from './local-accounts.ts';
import { listLocalAccounts, saveLocalAccount } from './local-accounts.ts';
import { createPasswordCheck, isRightPassword } from './password-check.ts';

/** The open account: its store and the exchange that runs for it. */
export interface Session {
  readonly store: BookStore;
  readonly sync: SyncEngine;
}

const LAST_OPEN = 'sillon-open-account';

/** First time on this device: the enrolment code and a chosen password. Needs the server once. */
export async function enrol(code: string, password: string): Promise<Result<Session>> {
  const answer = await redeemCode(code, password, deviceName());
  return answer.ok ? ok(await remember(answer.value, password)) : answer;
}

/** Sign-in: on the device when the account is known here, which needs no network; otherwise at the server. */
export async function signIn(name: string, password: string): Promise<Result<Session>> {
  const known = (await listLocalAccounts()).find((entry) => entry.account.account === name && !entry.account.isDemo);
  if (known?.password === undefined) {
    const answer = await signInOnline(name, password, deviceName());
    return answer.ok ? ok(await remember(answer.value, password)) : answer;
  }
  if (!(await isRightPassword(known.password, password))) return signInAfterChange(known, password);
  return ok(await open(known.account));
}

/** Renews an expired session at the server while the work goes on. */
export async function renewSession(account: AccountInfo, password: string): Promise<Result<void>> {
  const answer = account.isDemo
    ? await enterDemo(account.account, deviceName(), account.device.id)
    : await signInOnline(account.account, password, deviceName(), account.device.id);
  return answer.ok ? ok(undefined) : answer;
}

/** Opens the demonstration as one of its persons; without a network when this person was opened here before. */
export async function openDemo(name: string): Promise<Result<Session>> {
  const known = (await listLocalAccounts()).find((entry) => entry.account.account === name && entry.account.isDemo);
  const answer = await enterDemo(name, deviceName(), known?.account.device.id);
  if (answer.ok) return ok(await remember(answer.value, undefined));
  return known === undefined ? answer : ok(await open(known.account));
}

/** The account left open in this browser tab (a reload keeps it open), if any. */
export async function reopen(): Promise<Session | undefined> {
  const id = sessionStorage.getItem(LAST_OPEN);
  if (id === null) return undefined;
  const known = (await listLocalAccounts()).find((entry) => openId(entry.account) === id);
  return known === undefined ? undefined : open(known.account);
}

/** Closes the store; nothing is removed from the device. */
export async function closeSession(session: Session): Promise<void> {
  sessionStorage.removeItem(LAST_OPEN);
  await session.sync.stop();
  await session.store.close();
}

async function signInAfterChange(known: LocalAccount, password: string): Promise<Result<Session>> {
  // The password may have been changed on another device: only the server can tell.
  const { account } = known.account;
  const answer = await signInOnline(account, password, deviceName(), known.account.device.id);
  if (answer.ok) return ok(await remember(answer.value, password));
  const wrong: AppError = appError('session.wrongPassword', 'wrong password');
  return fail(answer.error.code === 'network.offline' ? wrong : answer.error);
}

async function remember(account: AccountInfo, password: string | undefined): Promise<Session> {
  await saveLocalAccount(account, password === undefined ? undefined : await createPasswordCheck(password));
  return open(account);
}

async function open(account: AccountInfo): Promise<Session> {
  const store = await openStore(account);
  const sync = new SyncEngine(store);
  void sync.start(fetch.bind(window));
  void navigator.storage.persist();
  sessionStorage.setItem(LAST_OPEN, openId(account));
  return { store, sync };
}

function openId(account: AccountInfo): string {
  return `${account.isDemo ? 'demo' : 'coop'}:${account.account}`;
}

function deviceName(): string {
  const system = /Windows|Mac|Linux|Android|iPhone|iPad/.exec(navigator.userAgent)?.[0] ?? 'device';
  return `${system} ${new Date().toISOString().slice(0, 10)}`;
}
