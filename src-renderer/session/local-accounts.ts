import type { AccountInfo } from '../../shared/access/account-info.ts';
import { isAccountInfo } from '../../shared/access/account-info.ts';
import type { DeviceFact } from '../data/collection-schema.ts';
import { deviceFacts } from '../data/device-database.ts';
import type { PasswordCheck } from './password-check.ts';

const KIND = 'account';

/** An account that was opened on this computer at least once. A demonstration has no password. */
export interface LocalAccount {
  readonly account: AccountInfo;
  readonly password: PasswordCheck | undefined;
  readonly lastUsedAt: string;
}

export async function listLocalAccounts(): Promise<LocalAccount[]> {
  const facts = await (await deviceFacts()).list(KIND);
  return facts.flatMap((fact) => toAccount(fact) ?? []).reverse();
}

export async function findLocalAccount(name: string, isDemo: boolean): Promise<LocalAccount | undefined> {
  return (await listLocalAccounts()).find(({ account }) => account.account === name && account.isDemo === isDemo);
}

export async function saveLocalAccount(account: AccountInfo, password: PasswordCheck | undefined): Promise<void> {
  const at = new Date().toISOString();
  const body = { account: { ...account }, ...(password === undefined ? {} : { password: { ...password } }) };
  await (await deviceFacts()).put({ id: factId(account), kind: KIND, at, body });
}

/** Keeps changed facts of a known account; its password stays. */
export async function updateLocalAccount(account: AccountInfo): Promise<void> {
  const known = await findLocalAccount(account.account, account.isDemo);
  await saveLocalAccount(account, known?.password);
}

function factId(account: AccountInfo): string {
  return `${KIND}:${account.isDemo ? 'demo' : 'coop'}:${account.account}`;
}

function toAccount(fact: DeviceFact): LocalAccount | undefined {
  const { account, password } = fact.body;
  if (!isAccountInfo(account)) return undefined;
  return { account, password: password as PasswordCheck | undefined, lastUsedAt: fact.at }; // written above only
}
