import { newToken } from '../accounts/secret.ts';
import type { CouchAdmin } from '../couch/connect.ts';
import { readSecretFile, writeSecretFile } from './secret-file.ts';

const FILE = 'administrator.json';

/** The administrator of a data folder. */
export interface Administrator extends CouchAdmin {
  /** True when it was made just now: the password is shown this once. */
  readonly isNew: boolean;
}

/**
 * The administrator of the embedded server: `COUCHDB_USER` and `COUCHDB_PASSWORD` when both are set, else the one kept in the
 * data folder, else a fresh one.
 */
export function findAdministrator(dataDir: string, environment: NodeJS.ProcessEnv): Administrator {
  const known = knownAdministrator(dataDir, environment);
  if (known !== undefined) return { ...known, isNew: false };
  const fresh = { name: 'admin', password: newToken() };
  writeSecretFile(dataDir, FILE, JSON.stringify(fresh));
  return { ...fresh, isNew: true };
}

/** The administrator from the environment or the data folder; `undefined` when there is none yet. */
export function knownAdministrator(dataDir: string, environment: NodeJS.ProcessEnv): CouchAdmin | undefined {
  const { COUCHDB_USER: name, COUCHDB_PASSWORD: password } = environment;
  if (name !== undefined && password !== undefined && name !== '' && password !== '') return { name, password };
  return parseAdmin(readSecretFile(dataDir, FILE));
}

function parseAdmin(text: string | undefined): CouchAdmin | undefined {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('name' in value) || !('password' in value)) return undefined;
  const { name, password } = value;
  return typeof name === 'string' && typeof password === 'string' ? { name, password } : undefined;
}
