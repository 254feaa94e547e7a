import { CouchError, forbidden } from '../couch-error.ts';
import { isStringList, type JsonObject } from '../json.ts';
import { hashPassword, type PasswordHash } from './password-hash.ts';

export const USERS_DATABASE = '_users';
export const USER_ID_PREFIX = 'org.couchdb.user:';

/**
 * What a client may store in `_users`: form as in CouchDB, and the password replaced by its hash. A client
 * that sends a user back as it read it keeps the hash.
 */
export async function prepareUserDocument(value: JsonObject, id: string, iterations: number): Promise<JsonObject> {
  if (id.startsWith('_') || value['_deleted'] === true) return value;
  const name = value['name'];
  if (value['type'] !== 'user') throw forbidden('doc.type must be user');
  if (typeof name !== 'string' || name === '' || name.includes(':')) throw forbidden('doc.name is required');
  if (id !== USER_ID_PREFIX + name) throw forbidden('Doc ID must be of the form org.couchdb.user:name');
  assertRoles(value['roles']);
  if (!('password' in value)) return value;
  const { password, ...rest } = value;
  if (password === null) return rest;
  if (typeof password !== 'string' || password === '') {
    throw new CouchError(400, 'bad_request', 'Password must be a string.');
  }
  return { ...rest, ...(await hashPassword(password, iterations)) };
}

function assertRoles(roles: unknown): void {
  if (!isStringList(roles)) throw forbidden('doc.roles must be an array of strings');
  if (roles.some((role) => role.startsWith('_')))
    throw forbidden('No system roles (starting with underscore) in users db.');
}

export function readPasswordHash(user: JsonObject): PasswordHash | undefined {
  const { iterations, salt, derived_key: derivedKey } = user;
  const isHashed = user['password_scheme'] === 'pbkdf2' && user['pbkdf2_prf'] === 'sha256';
  if (!isHashed || typeof iterations !== 'number' || typeof salt !== 'string' || typeof derivedKey !== 'string') {
    return undefined;
  }
  // A document that names an absurd cost must not be able to keep the server busy.
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > 5_000_000) return undefined;
  return { password_scheme: 'pbkdf2', pbkdf2_prf: 'sha256', iterations, salt, derived_key: derivedKey };
}
