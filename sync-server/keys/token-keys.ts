import type { Couch } from '../couch/connect.ts';
import { listNodes, removeSetting, workOnNodes, writeSetting } from '../couch-settings/node-settings.ts';

/** A key that checks the front's tokens, and a way to make one. */
export interface TokenKey {
  readonly keyId: string;
  readonly publicKeyPem: string;
  readonly signToken: (name: string, roles: readonly string[]) => string;
}

type PublicKey = Pick<TokenKey, 'keyId' | 'publicKeyPem'>;

const SECTION = 'jwt_keys';
const PROBE = 'sillon-probe';

/** Name and value of a key in CouchDB's `[jwt_keys]`. CouchDB keeps settings in lines, so line ends are written as \n. */
export function describeTokenKey({ keyId, publicKeyPem }: PublicKey): {
  readonly name: string;
  readonly value: string;
} {
  return { name: `ec:${keyId}`, value: publicKeyPem.trim().replaceAll('\n', '\\n') };
}

/** Makes one node accept tokens of a key, at once. */
export async function writeTokenKey(couch: Couch, node: string, key: PublicKey): Promise<void> {
  const { name, value } = describeTokenKey(key);
  await writeSetting(couch, node, SECTION, name, value);
}

/** Makes every node of CouchDB accept tokens of a key. Returns the nodes that are away and do not know it yet. */
export async function addTokenKey(couch: Couch, key: PublicKey): Promise<readonly string[]> {
  return workOnNodes(await listNodes(couch), (node) => writeTokenKey(couch, node, key));
}

/** Makes every node of CouchDB forget a key. Returns the nodes that are away and would still accept it. */
export async function dropTokenKey(couch: Couch, keyId: string): Promise<readonly string[]> {
  return workOnNodes(await listNodes(couch), (node) => removeSetting(couch, node, SECTION, `ec:${keyId}`));
}

/** Whether a database server accepts the tokens of a key. */
export async function takesTokens(couchUrl: string, key: Pick<TokenKey, 'signToken'>): Promise<boolean> {
  const answer = await fetch(`${couchUrl}/_session`, {
    headers: { authorization: `Bearer ${key.signToken(PROBE, [])}` },
  });
  const session = answer.ok ? ((await answer.json()) as { userCtx?: { name?: unknown } }) : {};
  return session.userCtx?.name === PROBE;
}
