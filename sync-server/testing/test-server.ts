import type { EmbeddedLimits } from '../embedded/limits.ts';
import type { RunningSillon, ServeOptions } from '../system/serve.ts';
import { serve } from '../system/serve.ts';
import type { Enrolled } from './control-server.ts';
import { controlServer, enrolPerson } from './control-server.ts';
import { makeTestFolder } from './test-folder.ts';

/** A whole server on a folder of its own. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  readonly control: (command: string, body?: object) => Promise<Record<string, unknown>>;
  /** Enrols a person and gives the code. */
  readonly enrol: (request: object) => Promise<Enrolled>;
  readonly close: () => Promise<void>;
}

export const TEST_ADMIN = { COUCHDB_USER: 'keeper', COUCHDB_PASSWORD: 'a password of the tests' };

/** Passwords cost nothing worth waiting for, except where their cost matters: `limits: {}` gives the cost of today. */
export const CHEAP_PASSWORDS: Partial<EmbeddedLimits> = { passwordIterations: 1_000 };

export async function startTestServer(options: Partial<ServeOptions> = {}): Promise<TestServer> {
  const folder = makeTestFolder();
  const dataDir = options.dataDir ?? folder.path;
  const running: RunningSillon = await serve({
    port: 0,
    environment: TEST_ADMIN,
    limits: CHEAP_PASSWORDS,
    ...options,
    dataDir,
  });
  return {
    url: running.url,
    dataDir,
    control: (command, body) => controlServer(dataDir, command, body),
    enrol: (request) => enrolPerson(dataDir, request),
    close: async () => {
      await running.close();
      folder.remove();
    },
  };
}
