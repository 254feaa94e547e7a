import type { AccountInfo } from '../../shared/access/account-info.ts';
import { appError } from '../../shared/core/errors.ts';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { BookStore } from '../data/book-store.ts';
import { openStore } from '../data/open-store.ts';
import { ReceiptExchange } from '../receipts/receipt-exchange.ts';
import { browserSurroundings } from '../sync/browser-surroundings.ts';
import { SyncEngine, watchSyncStatus } from '../sync/sync-engine.ts';
import { enterDemo, redeemCode, signInOnline } from './api.ts';
import { checkAddress, checkDevice } from './check-device.ts';
import { nameDevice } from './device-name.ts';
import { keepOwnSeries } from './device-prefix.ts';
import { forgetJoinAttempt, joinAttempt } from './join-attempt.ts';
import type { LocalAccount } from './local-accounts.ts';
import { findLocalAccount, listLocalAccounts, saveLocalAccount } from './local-accounts.ts';
import { sealKeyOf } from './seal-key.ts';
import { createPasswordCheck, isRightPassword } from './password-check.ts';

/** The open account: its store and the exchanges that run for it. */
export interface Session {
  readonly store: BookStore;
  readonly sync: SyncEngine;
  readonly receipts: ReceiptExchange;
}

/** The server's own rule, checked before anything is sent. */
export const SHORTEST_PASSWORD = 10;

const LAST_OPEN = 'sillon-open-account';
/** How long a password just given may renew a session that turns out to have expired. */
const RENEW_WITHIN_MS = 60_000;

/** First time on this device: the enrolment code and a chosen password. Needs the server once. */
export async function enrol(code: string, password: string): Promise<Result<Session>> {
  if (password.length < SHORTEST_PASSWORD) return fail(appError('session.weakPassword', 'the password is too short'));
  // Before the code is used: a device that cannot hold books must not use it up.
  const fit = await checkDevice();
  if (!fit.ok) return fit;
  const answer = await redeemCode(code.trim(), password, deviceName(), await joinAttempt());
  if (!answer.ok) return answer;
  const session = await openAccount(await remember(answer.value, password));
  if (session.ok) await forgetJoinAttempt();
  return session;
}

/** Sign-in: on the device when the account is known here, which needs no network; otherwise at the server. */
export async function signIn(name: string, password: string): Promise<Result<Session>> {
  const account = await authenticate(name, password);
  if (!account.ok) return account;
  const session = await openAccount(account.value);
  if (session.ok) renewWhenExpired(session.value, password);
  return session;
}

/** Whose password this is, without opening anything. The device's own check comes first. */
export async function authenticate(name: string, password: string): Promise<Result<AccountInfo>> {
  // Without it not even the list of accounts opens.
  const address = checkAddress();
  if (!address.ok) return address;
  const known = await findLocalAccount(name, false);
  if (known?.password === undefined) {
    const fit = await checkDevice();
    if (!fit.ok) return fit;
    const answer = await signInOnline(name, password, deviceName(), known?.account.device.id);
    return answer.ok ? ok(await remember(answer.value, password)) : answer;
  }
  if (!(await isRightPassword(known.password, password))) return authenticateAfterChange(known, password);
  await saveLocalAccount(known.account, known.password); // notes when it was last used
  return ok(known.account);
}

/** Renews an expired session at the server while the work goes on. */
export async function renewSession(account: AccountInfo, password: string): Promise<Result<void>> {
  const answer = account.isDemo
    ? await enterDemo(account.account, deviceName(), account.device.id)
    : await signInOnline(account.account, password, deviceName(), account.device.id);
  if (!answer.ok) return answer;
  await remember(answer.value, account.isDemo ? undefined : password);
  return ok(undefined);
}

/** Opens the demonstration as one of its persons; without a network when this person was opened here before. */
export async function openDemo(name: string): Promise<Result<Session>> {
  const account = await authenticateDemo(name);
  return account.ok ? openAccount(account.value) : account;
}

export async function authenticateDemo(name: string): Promise<Result<AccountInfo>> {
  const fit = await checkDevice();
  if (!fit.ok) return fit;
  const known = await findLocalAccount(name, true);
  const answer = await enterDemo(name, deviceName(), known?.account.device.id);
  if (answer.ok) return ok(await remember(answer.value, undefined));
  return known === undefined ? answer : ok(known.account);
}

/** The account left open in this browser tab (a reload keeps it open), if any. */
export async function reopen(): Promise<Session | undefined> {
  const id = sessionStorage.getItem(LAST_OPEN);
  if (id === null) return undefined;
  const known = (await listLocalAccounts()).find((entry) => openId(entry.account) === id);
  const session = known === undefined ? undefined : await openAccount(known.account);
  return session?.ok === true ? session.value : undefined;
}

/** Closes the store; nothing is removed from the device. */
export async function closeSession(session: Session): Promise<void> {
  sessionStorage.removeItem(LAST_OPEN);
  session.receipts.stop();
  await session.sync.stop();
  await session.store.close();
}

/** Opens the store of a person who was let in and starts the exchange. Error: `store.unavailable`. */
export async function openAccount(account: AccountInfo): Promise<Result<Session>> {
  try {
    const store = await openStore(account);
    const sync = new SyncEngine(store, browserSurroundings());
    void sync.start();
    const receipts = new ReceiptExchange(store);
    void receipts.start(fetch.bind(window));
    // Fetched while the server can be reached, so that a backup can be sealed when it cannot.
    void sealKeyOf(account).catch(() => undefined);
    // Absent on plain http beyond this computer.
    if ('storage' in navigator) void navigator.storage.persist();
    sessionStorage.setItem(LAST_OPEN, openId(account));
    const session = { store, sync, receipts };
    if (account.isDemo) renewWhenExpired(session, '');
    return ok(session);
  } catch (error) {
    return fail(appError('store.unavailable', String(error).slice(0, 200)));
  }
}

async function authenticateAfterChange(known: LocalAccount, password: string): Promise<Result<AccountInfo>> {
  // The password may have been changed on another device: only the server can tell.
  const answer = await signInOnline(known.account.account, password, deviceName(), known.account.device.id);
  if (answer.ok) return ok(await remember(answer.value, password));
  const isUnreachable = answer.error.code === 'network.offline' || answer.error.code === 'network.timeout';
  return isUnreachable ? fail(appError('session.wrongPassword', 'wrong password')) : answer;
}

async function remember(answer: AccountInfo, password: string | undefined): Promise<AccountInfo> {
  const known = await findLocalAccount(answer.account, answer.isDemo);
  const account = keepOwnSeries(answer, known?.account);
  await saveLocalAccount(account, password === undefined ? undefined : await createPasswordCheck(password));
  return account;
}

/** Spares the person a second question right after sign-in when the server's session ran out meanwhile. */
function renewWhenExpired(session: Session, password: string): void {
  const since = new Date().toISOString();
  const { account } = session.store.parts;
  let hasAsked = false;
  const stop = watchSyncStatus(session.store, (status) => {
    if (status.phase !== 'signIn') return;
    if (status.lastErrorAt < since) {
      // Another window exchanges, and asks no more since it was signed out.
      if (!hasAsked) session.sync.syncNow();
      hasAsked = true;
      return;
    }
    stop();
    // What somebody ended is never begun again without them.
    if (status.lastError === 'session.ended') return;
    void renewSession(account, password).then((renewed) => {
      if (renewed.ok) session.sync.syncNow();
    });
  });
  setTimeout(stop, RENEW_WITHIN_MS);
}

function openId(account: AccountInfo): string {
  return `${account.isDemo ? 'demo' : 'coop'}:${account.account}`;
}

function deviceName(): string {
  return nameDevice(navigator.userAgent, new Date());
}
