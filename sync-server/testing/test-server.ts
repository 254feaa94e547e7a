import { callRunningServer, findRunningServer } from '../data-folder/running-server.ts';
import type { RunningSillon, ServeOptions } from '../serve.ts';
import { serve } from '../serve.ts';
import { makeTestFolder } from './test-folder.ts';

/** A whole server on a folder of its own. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  readonly control: (command: string, body?: object) => Promise<Record<string, unknown>>;
  /** Enrols a person and gives the code. */
  readonly enrol: (
    request: object,
  ) => Promise<{ readonly code: string; readonly activityId: string; readonly account: string }>;
  readonly close: () => Promise<void>;
}

export const TEST_ADMIN = { COUCHDB_USER: 'keeper', COUCHDB_PASSWORD: 'a password of the tests' };

export async function startTestServer(options: Partial<ServeOptions> = {}): Promise<TestServer> {
  const folder = makeTestFolder();
  const dataDir = options.dataDir ?? folder.path;
  const running: RunningSillon = await serve({ port: 0, environment: TEST_ADMIN, ...options, dataDir });
  const control = async (command: string, body: object = {}): Promise<Record<string, unknown>> => {
    const server = await findRunningServer(dataDir);
    if (server === undefined) throw new Error('the server is not noted in its folder');
    return (await (await callRunningServer(server, command, body)).json()) as Record<string, unknown>;
  };
  return {
    url: running.url,
    dataDir,
    control,
    enrol: async (request) => {
      const answer = await control('enrol', request);
      if (typeof answer['code'] !== 'string') throw new Error(JSON.stringify(answer));
      return answer as { code: string; activityId: string; account: string };
    },
    close: async () => {
      await running.close();
      folder.remove();
    },
  };
}
