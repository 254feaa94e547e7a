import type { Couch } from './connect.ts';
import { listNodes, removeSetting, writeSetting } from './node-settings.ts';

/** A key that checks the front's tokens, and a way to make one. */
export interface TokenKey {
  readonly keyId: string;
  readonly publicKeyPem: string;
  readonly signToken: (name: string, roles: readonly string[]) => string;
}

const SECTION = 'jwt_keys';
const PROBE = 'sillon-probe';

/** Name and value of a key in CouchDB's `[jwt_keys]`. CouchDB keeps settings in lines, so line ends are written as \n. */
export function describeTokenKey({ keyId, publicKeyPem }: Pick<TokenKey, 'keyId' | 'publicKeyPem'>): {
  readonly name: string;
  readonly value: string;
} {
  return { name: `ec:${keyId}`, value: publicKeyPem.trim().replaceAll('\n', '\\n') };
}

/** Makes every node of CouchDB accept tokens of a key. Takes effect at once. */
export async function addTokenKey(couch: Couch, key: Pick<TokenKey, 'keyId' | 'publicKeyPem'>): Promise<void> {
  const { name, value } = describeTokenKey(key);
  for (const node of await listNodes(couch)) await writeSetting(couch, node, SECTION, name, value);
}

/** Makes every node of CouchDB forget a key. */
export async function dropTokenKey(couch: Couch, keyId: string): Promise<void> {
  for (const node of await listNodes(couch)) await removeSetting(couch, node, SECTION, `ec:${keyId}`);
}

/** Whether a database server accepts the tokens of a key. */
export async function takesTokens(couchUrl: string, key: Pick<TokenKey, 'signToken'>): Promise<boolean> {
  const answer = await fetch(`${couchUrl}/_session`, {
    headers: { authorization: `Bearer ${key.signToken(PROBE, [])}` },
  });
  const session = answer.ok ? ((await answer.json()) as { userCtx?: { name?: unknown } }) : {};
  return session.userCtx?.name === PROBE;
}
