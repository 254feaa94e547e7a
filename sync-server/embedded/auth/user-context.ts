/** Who asks. `name: null` without roles is an anonymous request. */
export interface UserContext {
  readonly name: string | null;
  readonly roles: readonly string[];
  /** When the credential ends (milliseconds since 1970); open long-polls end with it. */
  readonly expiresAt?: number;
  readonly handler?: 'default' | 'cookie' | 'jwt';
}

export const ANONYMOUS: UserContext = { name: null, roles: [] };

export const SERVER_ADMIN_ROLE = '_admin';

export function isServerAdmin(user: UserContext): boolean {
  return user.roles.includes(SERVER_ADMIN_ROLE);
}
