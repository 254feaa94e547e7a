import { badRequest } from '../couch-error.ts';
import { isJsonObject, isStringList, parseStoredObject, type JsonObject } from '../json.ts';
import { isServerAdmin, type UserContext } from './user-context.ts';

/** Databases whose documents only the server administrator may see, whatever their `_security` says. */
const ADMIN_DATABASES = new Set(['_users', '_replicator', '_global_changes']);

export interface SecuredDatabase {
  readonly name: string;
  readonly security: string;
}

export function isDatabaseAdmin(user: UserContext, database: SecuredDatabase): boolean {
  if (isServerAdmin(user)) return true;
  if (ADMIN_DATABASES.has(database.name)) return false;
  return isNamedIn(user, parseStoredObject(database.security)['admins']);
}

export function isDatabaseMember(user: UserContext, database: SecuredDatabase): boolean {
  if (isServerAdmin(user)) return true;
  if (user.name === null || ADMIN_DATABASES.has(database.name)) return false;
  const security = parseStoredObject(database.security);
  const members = security['members'];
  // As in CouchDB, a database without any member is open to everybody who is signed in.
  const isOpen = readNames(members, 'names').length === 0 && readNames(members, 'roles').length === 0;
  return isOpen || isNamedIn(user, members) || isNamedIn(user, security['admins']);
}

/** Checks the form of a new `_security` object. */
export function assertSecurity(value: unknown): JsonObject {
  if (!isJsonObject(value)) throw badRequest('Request body must be a JSON object');
  for (const group of ['admins', 'members']) {
    const section = value[group];
    if (section === undefined) continue;
    if (!isJsonObject(section)) throw badRequest(`${group} must be a JSON object`);
    for (const list of ['names', 'roles']) {
      const entries = section[list];
      if (entries !== undefined && !isStringList(entries)) throw badRequest(`${list} must be a JSON list of strings`);
    }
  }
  return value;
}

function isNamedIn(user: UserContext, section: unknown): boolean {
  const isNamed = user.name !== null && readNames(section, 'names').includes(user.name);
  return isNamed || readNames(section, 'roles').some((role) => user.roles.includes(role));
}

function readNames(section: unknown, list: 'names' | 'roles'): string[] {
  const entries = isJsonObject(section) ? section[list] : undefined;
  return isStringList(entries) ? entries : [];
}
