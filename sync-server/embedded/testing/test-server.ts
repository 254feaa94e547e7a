import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedCouch, type EmbeddedCouch, type EmbeddedCouchOptions } from '../server.ts';
import { CouchClient } from './couch-client.ts';

export const ADMIN = { name: 'root-admin', password: 'correct horse' };

export interface TestServer {
  couch: EmbeddedCouch;
  admin: CouchClient;
  anonymous: CouchClient;
  dataDir: string;
  /** A member account; the password is `pw-` and the name. */
  createPerson(name: string, roles?: string[]): Promise<CouchClient>;
  stop(): Promise<void>;
}

export function createTemporaryDirectory(): string {
  return mkdtempSync(join(tmpdir(), 'embedded-couch-'));
}

/** A server of its own on a free port; passwords are cheap here, their real cost has a test of its own. */
export async function startTestServer(options: Partial<EmbeddedCouchOptions> = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? createTemporaryDirectory();
  const couch = await startEmbeddedCouch({
    dataDir,
    admin: ADMIN,
    ...options,
    limits: { passwordIterations: 1_000, ...options.limits },
  });
  const admin = CouchClient.withPassword(couch.url, ADMIN.name, ADMIN.password);
  return {
    couch,
    admin,
    anonymous: new CouchClient(couch.url),
    dataDir,
    createPerson: async (name, roles = []) => {
      const id = `org.couchdb.user:${name}`;
      const answer = await admin.put(`/_users/${id}`, { name, type: 'user', roles, password: `pw-${name}` });
      if (answer.status !== 201) throw new Error(`cannot create ${name}: ${answer.text}`);
      return admin.asPerson(name, `pw-${name}`);
    },
    stop: async () => {
      await couch.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
