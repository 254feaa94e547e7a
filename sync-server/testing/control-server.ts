import { callRunningServer, findRunningServer } from '../data-folder/running-server.ts';

/** What a person who was enrolled needs to come in. */
export interface Enrolled {
  readonly code: string;
  readonly activityId: string;
  readonly account: string;
}

/** Runs one of the commands on the server that has a data folder open, in this process or another. */
export async function controlServer(
  dataDir: string,
  command: string,
  body: object = {},
): Promise<Record<string, unknown>> {
  const server = await findRunningServer(dataDir);
  if (server === undefined) throw new Error('the server is not noted in its folder');
  return (await (await callRunningServer(server, command, body)).json()) as Record<string, unknown>;
}

/** Enrols a person and gives the code. */
export async function enrolPerson(dataDir: string, request: object): Promise<Enrolled> {
  const answer = await controlServer(dataDir, 'enrol', request);
  if (typeof answer['code'] !== 'string') throw new Error(JSON.stringify(answer));
  return answer as unknown as Enrolled; // as the command describes it
}
