import { ulid } from 'ulid';
import { createRecord } from '../../shared/records/write-record.ts';
import type { KnownActivity, Person } from '../accounts/account-store.ts';
import { suggestAccount, suggestCodes } from '../accounts/people.ts';
import { provisionBook } from '../couch/provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import { SERVER_AUTHOR } from '../jobs/server-author.ts';
import type { System } from '../system.ts';

export interface Enrolment {
  /** First and last name. */
  readonly name: string;
  /** An activity that exists. */
  readonly activityId?: string;
  /** Name of an activity to open. */
  readonly newActivity?: string;
  readonly isSupport?: boolean;
}

/** What the person needs to join. `problem` instead of the rest when they cannot be enrolled. */
export interface EnrolmentAnswer {
  readonly problem?: string;
  readonly account?: string;
  readonly activityId?: string | null;
  readonly code?: string;
  readonly expiresAt?: string;
}

/** Enrols a person (known already or not) and gives a fresh code. */
export async function enrolPerson(system: System, enrolment: Enrolment): Promise<EnrolmentAnswer> {
  const account = suggestAccount(enrolment.name);
  if (account === '') return { problem: 'The name needs at least one letter.' };
  const activity = await findOrOpenActivity(system, enrolment, account);
  if (typeof activity === 'string') return { problem: activity };
  const person: Person = {
    account,
    displayName: enrolment.name.trim(),
    role: activity === undefined ? 'supportTeam' : 'member',
    activityId: activity?.activityId ?? null,
  };
  const { people, enrolments } = system.accounts;
  if (!(await people.addPerson(person))) {
    const known = await people.findPerson(account);
    if (known?.activityId !== person.activityId || known.role !== person.role) {
      return { problem: `${account} is enrolled already, for another activity or role.` };
    }
  }
  return { account, activityId: person.activityId, ...(await enrolments.issue(account)) };
}

/** The activity, `undefined` for the support team, or a sentence that says what is wrong. */
async function findOrOpenActivity(
  system: System,
  { name, activityId, newActivity, isSupport }: Enrolment,
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

/** Settings to start from; the support team completes them. */
function firstSettings(system: System, activity: KnownActivity, personName: string, account: string) {
  const today = system.clock().slice(0, 10);
  const words = personName.trim().split(/\s+/);
  const [firstName = '', ...others] = words;
  return toDocument(
    createRecord(
      { author: SERVER_AUTHOR, clock: system.clock, newId: ulid },
      {
        type: 'activitySettings',
        activityId: activity.activityId,
        date: today,
        status: 'active',
        body: {
          name: activity.name,
          code: activity.code,
          entrepreneur: {
            account,
            firstName: others.length === 0 ? '' : firstName,
            lastName: others.join(' ') || firstName,
          },
          region: '',
          country: 'FR',
          currency: 'EUR',
          openingBalanceCents: 0,
          openingDate: `${today.slice(0, 8)}01`,
          reserveTargetCents: 0,
          defaultVatRatePpm: 200_000,
          contract: { kind: 'cape', startDate: today, weeklyMinutes: 2100, isCadre: false },
          payroll: { mutuelleCents: 0, mutuelleEmployerSharePpm: 500_000, transportRatePpm: 0 },
        },
      },
    ),
  );
}
