import type { Couch } from '../couch/connect.ts';
import { connectCouch } from '../couch/connect.ts';
import type { EmbeddedLimits } from '../embedded/limits.ts';
import { startEmbeddedCouch } from '../embedded/server.ts';
import type { SigningKey } from '../keys/signing-key.ts';
import { loadSigningKey } from '../keys/signing-key.ts';
import { makeTestFolder } from './test-folder.ts';
import { CHEAP_PASSWORDS } from './test-server.ts';

/** An embedded server of its own, as the administrator and as anybody with a token sees it. */
export interface TestCouch {
  readonly couch: Couch;
  readonly dataDir: string;
  readonly key: SigningKey;
  readonly fetchAs: (name: string, roles: readonly string[], path: string, init?: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export async function startTestCouch(limits: Partial<EmbeddedLimits> = {}): Promise<TestCouch> {
  const folder = makeTestFolder();
  const admin = { name: 'keeper', password: 'a password of the tests' };
  const key = loadSigningKey(folder.path);
  const server = await startEmbeddedCouch({
    dataDir: folder.path,
    admin,
    limits: { ...CHEAP_PASSWORDS, ...limits },
    jwtPublicKeys: { [key.keyId]: key.publicKeyPem },
  });
  return {
    couch: connectCouch(server.url, admin),
    dataDir: folder.path,
    key,
    fetchAs: (name, roles, path, init = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${key.signToken(name, roles)}`);
      if (init.body !== undefined) headers.set('content-type', 'application/json');
      return fetch(server.url + path, { ...init, headers });
    },
    close: async () => {
      await server.close();
      folder.remove();
    },
  };
}
