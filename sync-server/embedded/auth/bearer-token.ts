import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { badRequest, unauthorized, type CouchError } from '../couch-error.ts';
import { isJsonObject, isStringList, type JsonObject } from '../json.ts';
import type { UserContext } from './user-context.ts';

const ROLES_CLAIM = '_couchdb.roles';
const MAX_TOKEN_LENGTH = 8_192;

/** JSON Web Tokens, ES256 only, as CouchDB's `jwt_authentication_handler` takes them. */
export class BearerTokens {
  #keys: ReadonlyMap<string, KeyObject>;

  constructor(publicKeys: Readonly<Record<string, string>>) {
    this.#keys = toKeys(publicKeys);
  }

  replaceKeys(publicKeys: Readonly<Record<string, string>>): void {
    this.#keys = toKeys(publicKeys);
  }

  /** Throws a 400 for a token that is not one of ours and a 401 for one that has ended. */
  read(token: string, nowMs: number): UserContext {
    const parts = token.split('.');
    const [headText, bodyText, signatureText] = parts;
    if (token.length > MAX_TOKEN_LENGTH || parts.length !== 3) throw malformed();
    if (headText === undefined || bodyText === undefined || signatureText === undefined) throw malformed();
    const head = decodePart(headText);
    if (head['alg'] !== 'ES256') throw badRequest('Invalid alg header');
    const kid = head['kid'];
    const key = typeof kid === 'string' ? this.#keys.get(kid) : undefined;
    if (key === undefined) throw badRequest('Unknown kid');
    const signature = Buffer.from(signatureText, 'base64url');
    const signed = Buffer.from(`${headText}.${bodyText}`);
    if (!verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)) throw badRequest('Bad signature');
    return toUser(decodePart(bodyText), nowMs);
  }
}

function toKeys(publicKeys: Readonly<Record<string, string>>): Map<string, KeyObject> {
  return new Map(Object.entries(publicKeys).map(([kid, pem]) => [kid, toEs256Key(pem)]));
}

function toEs256Key(pem: string): KeyObject {
  const key = createPublicKey(pem);
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (!isP256) throw new Error('A token key must be a P-256 public key.');
  return key;
}

function toUser(claims: JsonObject, nowMs: number): UserContext {
  const exp = claims['exp'];
  const notBefore = claims['nbf'];
  const name = claims['sub'];
  const roles = claims[ROLES_CLAIM] ?? [];
  if (typeof exp !== 'number') throw badRequest('Missing exp claim');
  if (exp * 1000 <= nowMs) throw unauthorized('exp not in future');
  if (typeof notBefore === 'number' && notBefore * 1000 > nowMs) throw unauthorized('nbf not in past');
  if (typeof name !== 'string' || name === '') throw badRequest('Missing sub claim');
  if (!isStringList(roles)) throw badRequest('Invalid roles claim');
  // CouchDB would make an administrator of a token with `_admin`; no token of ours ever needs that.
  return { name, roles: roles.filter((role) => !role.startsWith('_')), expiresAt: exp * 1000, handler: 'jwt' };
}

function decodePart(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (isJsonObject(value)) return value;
  } catch {
    // Text that is no JSON is refused below, like JSON that is no object.
  }
  throw malformed();
}

function malformed(): CouchError {
  return badRequest('Malformed token');
}
