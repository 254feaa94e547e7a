import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { isStringList, parseStoredObject, type JsonObject } from '../json.ts';
import { findDatabase } from '../store/databases.ts';
import { findDocument, findRevision } from '../store/documents.ts';
import type { Sql } from '../store/sql.ts';
import { verifyPassword, type PasswordHash } from './password-hash.ts';
import { readPasswordHash, USER_ID_PREFIX, USERS_DATABASE } from './user-document.ts';
import { SERVER_ADMIN_ROLE } from './user-context.ts';

export interface Account {
  name: string;
  roles: string[];
  /** Changes with the password: sessions are signed with it, so they end with the old password. */
  salt: string;
}

const REMEMBERED_PASSWORDS = 1_000;

/** The server administrator and the people of `_users`. */
export class Accounts {
  readonly #sql: Sql;
  readonly #admin: { name: string; proof: Buffer };
  readonly #processKey = randomBytes(32);
  /** Proofs of passwords that were right a moment ago: Basic authentication would cost 0.2 s each time. */
  readonly #proofs = new Map<string, Buffer>();
  readonly #decoy: PasswordHash;

  constructor(sql: Sql, admin: { name: string; password: string }, iterations: number) {
    this.#sql = sql;
    this.#admin = { name: admin.name, proof: this.#prove('', admin.password) };
    this.#decoy = {
      password_scheme: 'pbkdf2',
      pbkdf2_prf: 'sha256',
      iterations,
      salt: randomBytes(16).toString('hex'),
      derived_key: randomBytes(32).toString('hex'),
    };
  }

  find(name: string): Account | undefined {
    if (name === this.#admin.name) {
      // Only lives as long as the process: sessions of the administrator end with it.
      return { name, roles: [SERVER_ADMIN_ROLE], salt: this.#admin.proof.toString('hex') };
    }
    const user = this.#readUser(name);
    const hash = user === undefined ? undefined : readPasswordHash(user);
    if (user === undefined) return undefined;
    return { name, roles: readRoles(user), salt: hash?.salt ?? '' };
  }

  /** `undefined` for a wrong name and for a wrong password, after the same work. */
  async authenticate(name: string, password: string): Promise<Account | undefined> {
    if (name === this.#admin.name) {
      return timingSafeEqual(this.#prove('', password), this.#admin.proof) ? this.find(name) : undefined;
    }
    const user = this.#readUser(name);
    const hash = user === undefined ? undefined : readPasswordHash(user);
    if (hash === undefined) {
      await verifyPassword(password, this.#decoy);
      return undefined;
    }
    const proof = this.#prove(hash.salt + hash.derived_key, password);
    const remembered = this.#proofs.get(name);
    if (remembered === undefined || !timingSafeEqual(remembered, proof)) {
      if (!(await verifyPassword(password, hash))) return undefined;
      this.#remember(name, proof);
    }
    return this.find(name);
  }

  #remember(name: string, proof: Buffer): void {
    this.#proofs.delete(name);
    this.#proofs.set(name, proof);
    if (this.#proofs.size <= REMEMBERED_PASSWORDS) return;
    const oldest = this.#proofs.keys().next();
    if (oldest.done !== true) this.#proofs.delete(oldest.value);
  }

  #prove(salt: string, password: string): Buffer {
    return createHmac('sha256', this.#processKey).update(`${salt}\u0000${password}`).digest();
  }

  #readUser(name: string): JsonObject | undefined {
    const database = findDatabase(this.#sql, USERS_DATABASE);
    const row = database === undefined ? undefined : findDocument(this.#sql, database.db, USER_ID_PREFIX + name);
    if (row === undefined || row.deleted === 1) return undefined;
    const revision = findRevision(this.#sql, row, row.winner, false);
    const user = revision === undefined ? undefined : parseStoredObject(revision.bodyText);
    return user?.['name'] === name ? user : undefined;
  }
}

function readRoles(user: JsonObject): string[] {
  const roles = user['roles'];
  return isStringList(roles) ? roles.filter((role) => !role.startsWith('_')) : [];
}
