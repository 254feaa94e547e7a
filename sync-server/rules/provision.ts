import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import {
  accountOfDatabase,
  bookDatabase,
  COMMONS_DATABASE,
  NETWORK_DATABASE,
  OFFICE_DATABASE,
  personDatabase,
  receiptsDatabase,
} from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import { couchStatus } from '../couch/couch-request.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import type { RulesKind } from './design-documents.ts';
import { installRules, RULES_DOCUMENT } from './design-documents.ts';
import { installOwned } from './owned-view.ts';
import { installTotals } from './totals-view.ts';
import { readPublishedRules } from './published-rules.ts';

/** The admin-only database of enrolments, devices, sessions and counters. */
export const ACCOUNTS_DATABASE = 'sillon-accounts';

/** The role in CouchDB that opens the book of one activity. */
export function activityRole(activityId: string): string {
  return `activity:${activityId}`;
}

interface DatabasePlan {
  readonly name: string;
  readonly kind?: RulesKind;
  /** Roles. */
  readonly readers: readonly string[];
  /** The one account that reads it beside these roles. */
  readonly person?: string;
  readonly isSmall: boolean;
  /** What the cooperative published, asked once the database is there. */
  readonly readPublished?: () => Promise<PublishedRules>;
}

/** Creates what is missing on the server and brings security and rules up to date. May run at any time, any number of times. */
export async function provisionServer(couch: Couch): Promise<void> {
  for (const name of ['_users', '_global_changes']) await createSystemDatabase(couch, name);
  const plans: readonly DatabasePlan[] = [
    { name: ACCOUNTS_DATABASE, readers: [], isSmall: true },
    {
      name: COMMONS_DATABASE,
      kind: 'commons',
      readers: [MEMBER_ROLE, SUPPORT_TEAM_ROLE],
      isSmall: true,
      readPublished: () => readPublishedRules(couch),
    },
    { name: OFFICE_DATABASE, kind: 'office', readers: [SUPPORT_TEAM_ROLE], isSmall: true },
    { name: NETWORK_DATABASE, kind: 'network', readers: [SUPPORT_TEAM_ROLE], isSmall: false },
  ];
  for (const plan of plans) await provisionDatabase(couch, plan);
  await installOwned(couch.database(ACCOUNTS_DATABASE));
  await installTotals(couch.database(NETWORK_DATABASE));
}

/** Creates the book of one activity and the database of its receipts, or brings them up to date. Returns the book's name. */
export async function provisionBook(couch: Couch, activityId: string, published?: PublishedRules): Promise<string> {
  const name = bookDatabase(activityId);
  const access = { readers: [SUPPORT_TEAM_ROLE, activityRole(activityId)], isSmall: true };
  await provisionDatabase(couch, { ...access, name: receiptsDatabase(activityId), kind: 'receipts' });
  await provisionDatabase(couch, {
    ...access,
    name,
    kind: 'book',
    readPublished: () => (published === undefined ? readPublishedRules(couch) : Promise.resolve(published)),
  });
  return name;
}

/** Creates the database of what is personal to an account, or brings it up to date. */
export async function provisionPerson(couch: Couch, account: string, published?: PublishedRules): Promise<void> {
  await provisionDatabase(couch, {
    name: personDatabase(account),
    kind: 'person',
    readers: [SUPPORT_TEAM_ROLE],
    person: account,
    isSmall: true,
    readPublished: () => (published === undefined ? readPublishedRules(couch) : Promise.resolve(published)),
  });
}

/** What was brought up to date. */
export interface Provisioned {
  readonly activities: number;
  /** What the rules of every book carry now. */
  readonly published: PublishedRules;
}

/** Brings the whole server up to date: the common databases, those of every activity, and the personal ones. */
export async function provisionAll(
  couch: Couch,
  listActivities: () => Promise<readonly { readonly activityId: string }[]>,
): Promise<Provisioned> {
  await provisionServer(couch);
  const activities = await listActivities();
  const published = await readPublishedRules(couch);
  for (const { activityId } of activities) await provisionBook(couch, activityId, published);
  // Made when first needed: those that are there already get the rules of this version.
  for (const name of await couch.listDatabases()) {
    const account = accountOfDatabase(name);
    if (account !== undefined) await provisionPerson(couch, account, published);
  }
  return { activities: activities.length, published };
}

async function provisionDatabase(couch: Couch, plan: DatabasePlan): Promise<void> {
  const { name, kind, readers, person } = plan;
  const wanted = wantedSecurity(readers, person);
  const isNew = await createDatabase(couch, name, plan.isSmall);
  if (kind === undefined) return secure(couch, name, wanted);
  const database = couch.database(name);
  const stored = isNew ? undefined : await database.get(RULES_DOCUMENT);
  // Readers come in after the rules: no write of theirs is ever unvalidated. Rules that are there already are replaced by
  // one write, so that either the old or the new ones judge.
  await secure(couch, name, stored === undefined ? wantedSecurity([]) : wanted);
  await installRules(database, kind, await plan.readPublished?.(), stored ?? 'none');
  if (stored === undefined) await putSecurity(couch, name, wanted);
}

/** Whether it was not there before. */
async function createDatabase(couch: Couch, db: string, isSmall: boolean): Promise<boolean> {
  try {
    await couch.request({ db, method: 'PUT', ...(isSmall ? { query: { q: 1 } } : {}) });
    return true;
  } catch (error) {
    if (couchStatus(error) !== 412) throw error;
    return false;
  }
}

interface Named {
  readonly names?: readonly string[];
  readonly roles?: readonly string[];
}

interface SecurityObject {
  readonly admins?: Named;
  readonly members?: Named;
}

function wantedSecurity(readers: readonly string[], person?: string): SecurityObject {
  // An empty list of members would open the database to everybody; `_admin` names the server alone.
  const roles = readers.length === 0 ? ['_admin'] : readers;
  return { admins: { names: [], roles: ['_admin'] }, members: { names: person === undefined ? [] : [person], roles } };
}

async function secure(couch: Couch, db: string, wanted: SecurityObject): Promise<void> {
  const stored = await couch.request<SecurityObject>({ db, path: '_security' });
  if (toText(stored) !== toText(wanted)) await putSecurity(couch, db, wanted);
}

async function putSecurity(couch: Couch, db: string, body: SecurityObject): Promise<void> {
  await couch.request({ db, path: '_security', method: 'PUT', body });
}

/** CouchDB leaves empty lists out of what it makes by itself. */
function toText({ admins, members }: SecurityObject): string {
  return JSON.stringify([admins, members].map((group) => [group?.names ?? [], group?.roles ?? []]));
}

/** A server that keeps users and updates without these databases may refuse to make them: then they are not needed. */
async function createSystemDatabase(couch: Couch, db: string): Promise<void> {
  try {
    await couch.request({ db, method: 'PUT' });
  } catch (error) {
    const status = couchStatus(error);
    if (status === undefined || ![400, 403, 412, 501].includes(status)) throw error;
  }
}
