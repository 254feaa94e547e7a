import { z } from 'zod';
import { connectCouch } from '../couch/connect.ts';
import { knownAdministrator } from '../data-folder/administrator.ts';
import { callRunningServer, findRunningServer } from '../data-folder/running-server.ts';
import type { OpenCouch } from '../system/open-couch.ts';
import { connectNamedCouch, openCouch } from '../system/open-couch.ts';
import { CommandFailure } from './command-failure.ts';

const databaseAnswer = z.object({ url: z.string() });

/**
 * A connection to the database as its administrator: the CouchDB of `COUCHDB_URL`, the embedded one of the server that runs
 * on the folder, or one started for this command.
 */
export async function connectDatabase(dataDir: string, environment: NodeJS.ProcessEnv): Promise<OpenCouch> {
  const running = connectNamedCouch(environment) === undefined ? await findRunningServer(dataDir) : undefined;
  if (running === undefined) return openCouch({ dataDir, environment, tokenKeys: {} });
  const admin = knownAdministrator(dataDir, environment);
  if (admin === undefined) {
    throw new CommandFailure(
      'Set COUCHDB_USER and COUCHDB_PASSWORD to the administrator the running server was given.',
    );
  }
  const { url } = databaseAnswer.parse(await (await callRunningServer(running, 'database')).json());
  return { couch: connectCouch(url, admin), close: () => Promise.resolve() };
}
