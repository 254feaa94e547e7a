import { ulid } from 'ulid';
import { z } from 'zod';
import type { KnownActivity, Person } from '../accounts/account-store.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { suggestAccount, suggestCodes } from '../accounts/people.ts';
import { provisionBook } from '../rules/provision.ts';
import { recallErased } from '../erasure/erased-note.ts';
import type { System } from '../system/system.ts';
import { firstSettings } from './first-settings.ts';

export const enrolBody = z.object({
  /** A person who is enrolled already and gets a fresh code; excludes everything else. */
  account: z.string().optional(),
  /** First and last name. */
  name: z.string().optional(),
  /** An activity that exists. */
  activityId: z.string().optional(),
  /** Name of an activity to open. */
  newActivity: z.string().optional(),
  isSupport: z.boolean().optional(),
  /** Somebody else than those of the same name. */
  isAnotherPerson: z.boolean().optional(),
});

type Enrolment = z.infer<typeof enrolBody>;

/** Somebody of the same name who is enrolled. */
interface Namesake {
  readonly account: string;
  readonly role: Person['role'];
  readonly activity: string;
}

/** What the person needs to join. `problem` instead of the rest when they are not enrolled. */
export interface EnrolmentAnswer {
  readonly problem?: string;
  /** Those of this name: it is for who asks to say whether one of them is meant. */
  readonly namesakes?: readonly Namesake[];
  readonly account?: string;
  readonly activityId?: string | null;
  readonly code?: string;
  readonly expiresAt?: string;
  /** Earlier codes of the account that were not used and open nothing any more. */
  readonly withdrawn?: number;
}

/** Enrols a person, or gives a fresh code to one who is enrolled and named by account. */
export async function enrolPerson(system: System, enrolment: Enrolment, actor: string): Promise<EnrolmentAnswer> {
  const { accounts } = system;
  const person = await (enrolment.account === undefined ? addPerson(system, enrolment) : findPerson(system, enrolment));
  if ('problem' in person) return person;
  const { account, activityId, role } = person;
  // Who asks for a fresh code means that the one before is not to be used any more: it may have gone astray.
  const withdrawn = await accounts.enrolments.supersede(account);
  const details = { role, ...(withdrawn > 0 && { codes: withdrawn }) };
  // Whoever is known already joins nothing: the code sets a new password and ends their sessions.
  const kind = enrolment.account === undefined ? 'enrol' : 'newCode';
  await accounts.audit.note({ kind, actor, account, details });
  return { account, activityId, withdrawn, ...(await accounts.enrolments.issue(account)) };
}

async function findPerson({ accounts }: System, enrolment: Enrolment): Promise<Person | { problem: string }> {
  const { account = '', ...others } = enrolment;
  if (Object.values(others).some((value) => value !== undefined)) {
    return { problem: '--account names a person who is enrolled already; leave out --name and the activity.' };
  }
  return (await accounts.people.findPerson(account)) ?? { problem: `There is no account ${account}.` };
}

async function addPerson(
  system: System,
  enrolment: Enrolment,
): Promise<Person | (EnrolmentAnswer & { problem: string })> {
  const { accounts } = system;
  const displayName = (enrolment.name ?? '').trim();
  const suggested = suggestAccount(displayName);
  if (suggested === '') return { problem: 'The name needs at least one letter.' };
  // Before anything is opened for them.
  const namesakes = await listNamesakes(accounts, suggested);
  if (namesakes.length > 0 && enrolment.isAnotherPerson !== true) {
    return { problem: `Somebody named ${displayName} is enrolled already.`, namesakes };
  }
  const account = await claimAccount(accounts, suggested);
  const activity = await findOrOpenActivity(system, enrolment, account);
  if (typeof activity === 'string') return { problem: activity };
  const person: Person = {
    account,
    displayName,
    role: activity === undefined ? 'supportTeam' : 'member',
    activityId: activity?.activityId ?? null,
  };
  if (!(await accounts.people.addPerson(person))) return { problem: `${account} was just enrolled. Run this again.` };
  return person;
}

/** Everybody whose account comes from the same name: `lea.morvan`, `lea.morvan.2`. */
async function listNamesakes({ people }: Accounts, suggested: string): Promise<Namesake[]> {
  const activities = new Map((await people.listActivities()).map(({ activityId, name }) => [activityId, name]));
  return (await people.listPersons())
    .filter(({ account, displayName }) => account === suggested || suggestAccount(displayName) === suggested)
    .map(({ account, role, activityId }) => ({
      account,
      role,
      activity: activityId === null ? '' : (activities.get(activityId) ?? activityId),
    }));
}

/** The first free account name. Records of somebody who was erased still carry theirs: it stays taken. */
async function claimAccount(accounts: Accounts, suggested: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const account = number === 1 ? suggested : `${suggested.slice(0, 56)}.${String(number)}`;
    const holder = (await accounts.people.findPerson(account)) ?? (await recallErased(accounts, account));
    if (holder === undefined) return account;
  }
}

/** The activity, `undefined` for the support team, or a sentence that says what is wrong. */
async function findOrOpenActivity(
  system: System,
  { name = '', activityId, newActivity, isSupport }: Enrolment,
  account: string,
): Promise<KnownActivity | undefined | string> {
  const isOneChosen =
    [activityId !== undefined, newActivity !== undefined, isSupport === true].filter(Boolean).length === 1;
  if (!isOneChosen) return 'Choose one of --activity, --new and --support.';
  if (activityId !== undefined) {
    return (await system.accounts.people.findActivity(activityId)) ?? `There is no activity ${activityId}.`;
  }
  return newActivity === undefined ? undefined : openActivity(system, newActivity.trim(), name, account);
}

async function openActivity(
  system: System,
  name: string,
  personName: string,
  account: string,
): Promise<KnownActivity | string> {
  if (name === '') return 'The activity needs a name.';
  for (const code of suggestCodes(name)) {
    const activity = { activityId: ulid(), name, code };
    if (!(await system.accounts.people.addActivity(activity))) continue;
    const book = await provisionBook(system.couch, activity.activityId);
    await system.couch.database(book).put(firstSettings(system, activity, personName, account));
    return activity;
  }
  return 'No invoice prefix is free any more.';
}
