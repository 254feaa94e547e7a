import type { DemoPerson } from '../../../session/api.ts';
import type { LocalAccount } from '../../../session/local-accounts.ts';

/** A person of the demonstration who can be entered now. */
export type OfferedPerson = DemoPerson & { readonly isKnownHere: boolean };

/** The persons to offer: those of the server, and without it those opened on this device before; support team first. */
export function offerPersons(
  fromServer: readonly DemoPerson[],
  known: readonly LocalAccount[],
): readonly OfferedPerson[] {
  const here = known.filter(({ account }) => account.isDemo).map(({ account }) => account);
  const names = new Set(here.map(({ account }) => account));
  const persons: OfferedPerson[] = fromServer.map((person) => ({ ...person, isKnownHere: names.has(person.account) }));
  if (fromServer.length === 0) {
    for (const { account, displayName, role } of here) {
      persons.push({ account, displayName, role, activityName: '', isKnownHere: true });
    }
  }
  return persons.sort(compare);
}

function compare(a: OfferedPerson, b: OfferedPerson): number {
  if (a.role !== b.role) return a.role === 'supportTeam' ? -1 : 1;
  return a.displayName.localeCompare(b.displayName, 'fr');
}
