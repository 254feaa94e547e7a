import { describe, expect, it } from 'vitest';
import type { LocalAccount } from '../../../session/local-accounts.ts';
import { offerPersons } from './demo-persons.ts';

const awa = { account: 'awa.diallo', displayName: 'Awa Diallo', role: 'member', activityName: 'Maraîchage' } as const;
const eric = { account: 'eric.morel', displayName: 'Éric Morel', role: 'member', activityName: 'Bois' } as const;
const zoe = { account: 'zoe.martin', displayName: 'Zoé Martin', role: 'supportTeam', activityName: '' } as const;

function known(person: typeof awa | typeof eric | typeof zoe, isDemo: boolean): LocalAccount {
  const { account, displayName, role } = person;
  const databases = { commons: 'commons' };
  const device = { id: 'D', prefix: 'AB1' };
  const info = { account, displayName, role, activityId: null, databases, device, cooperative: 'C', isDemo };
  return { account: info, password: undefined, lastUsedAt: '' };
}

describe('offerPersons', () => {
  it('puts the support team first, then the names in the order of the alphabet', () => {
    const names = offerPersons([eric, zoe, awa], []).map((person) => person.displayName);
    expect(names).toEqual(['Zoé Martin', 'Awa Diallo', 'Éric Morel']);
  });

  it('marks the persons opened here before, demonstration only', () => {
    const offered = offerPersons([awa, eric], [known(awa, true), known(eric, false)]);
    expect(offered.map((person) => person.isKnownHere)).toEqual([true, false]);
  });

  it('offers without a server only who was opened here', () => {
    const offered = offerPersons([], [known(awa, true), known(eric, false), known(zoe, true)]);
    expect(offered.map((person) => person.account)).toEqual(['zoe.martin', 'awa.diallo']);
  });
});
