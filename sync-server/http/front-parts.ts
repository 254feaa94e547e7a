import type { Accounts } from '../accounts/accounts.ts';
import type { Person } from '../accounts/account-store.ts';
import type { Instance } from '../accounts/describe-account.ts';
import type { TotalsReader } from '../rules/totals-view.ts';
import type { FingerprintReader } from '../fingerprints/read-fingerprints.ts';
import type { BookBehind } from '../../shared/network/book-behind.ts';
import type { ServerIdentity } from '../couch/server-identity.ts';
import type { UsageReader } from '../quota/read-usage.ts';
import type { PersonalDatabases } from '../accounts/personal-databases.ts';
import type { News } from './news.ts';
import type { HostRules } from './host-check.ts';
import type { Ledger } from './request-policy/judge-request.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import type { WorkBudget } from './work-budget.ts';

/** Outcome of a recomputation of everything. */
export interface VerificationSummary {
  readonly checked: number;
  readonly verified: number;
  readonly mismatches: number;
  /** What only a later version of Sillon can make again. */
  readonly notVerifiable: number;
}

/** What the front needs from the rest of the sync server. */
export interface FrontParts {
  readonly accounts: Accounts;
  readonly couchUrl: string;
  readonly couchKind: ServerIdentity['kind'];
  readonly signingKey: SigningKey;
  readonly describeInstance: () => Promise<Instance>;
  readonly hostRules: HostRules;
  /** Folder of the built web application. */
  readonly webRoot: string;
  readonly version: string;
  readonly fingerprints: FingerprintReader;
  readonly totals: TotalsReader;
  readonly ledger: Ledger;
  readonly usage: UsageReader;
  readonly personal: PersonalDatabases;
  readonly news: News;
  readonly budget: WorkBudget;
  /** Books whose figures are late. */
  readonly behind: () => readonly BookBehind[];
  readonly verifyAll: () => Promise<VerificationSummary>;
  /** Called when a person's device was heard of; `isPush` after it sent records. */
  readonly noteSeen: (person: Person, deviceId: string, isPush: boolean) => void;
  /** Answers the commands' own routes; `undefined` for a command it does not know. */
  readonly control: {
    readonly token: string;
    readonly run: (command: string, body: unknown, operator: string) => Promise<unknown>;
  };
  readonly log: (line: string) => void;
}
