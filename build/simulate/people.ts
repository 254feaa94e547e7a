import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { UserContext } from '../../sync-server/embedded/auth/user-context.ts';

/** The one activity of the simulated cooperative. */
export const ACTIVITY = 'A1';
export const BOOK = 'book-a1';

/** The account of a member on one of their computers. */
export function memberAccount(computer: string, prefix: string): AccountInfo {
  return {
    account: 'lea.morvan',
    displayName: 'Léa Morvan',
    role: 'member',
    activityId: ACTIVITY,
    databases: { book: BOOK, commons: 'commons' },
    device: { id: computer, prefix },
    cooperative: 'Les Sillons',
    isDemo: false,
  };
}

export const COORDINATOR: AccountInfo = {
  account: 'nadia.charpentier',
  displayName: 'Nadia Charpentier',
  role: 'supportTeam',
  activityId: null,
  databases: { commons: 'commons', office: 'office', network: 'network' },
  device: { id: 'office', prefix: 'CD1' },
  cooperative: 'Les Sillons',
  isDemo: false,
};

export const SERVER_ADMIN: UserContext = { name: 'keeper', roles: ['_admin'] };

/** Who an account is for the database. */
export function userOf({ account, role }: AccountInfo): UserContext {
  const roles = role === 'supportTeam' ? ['support-team'] : ['member', `activity:${ACTIVITY}`];
  return { name: account, roles };
}
