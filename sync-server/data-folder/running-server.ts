import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readSecretFile, writeSecretFile } from './secret-file.ts';

const FILE = 'running-server.json';

/** How the commands reach a server that has a data folder open. */
export interface RunningServer {
  /** Loopback address. */
  readonly url: string;
  /** Proves that the caller may read the data folder. */
  readonly token: string;
  readonly pid: number;
}

export function noteRunningServer(dataDir: string, server: RunningServer): void {
  writeSecretFile(dataDir, FILE, JSON.stringify(server));
}

export function forgetRunningServer(dataDir: string): void {
  if (parse(readSecretFile(dataDir, FILE))?.pid !== process.pid) return;
  unlinkSync(join(dataDir, FILE));
}

/** The server that runs on a data folder; a note left by one that died is not believed. */
export async function findRunningServer(dataDir: string): Promise<RunningServer | undefined> {
  const noted = parse(readSecretFile(dataDir, FILE));
  if (noted === undefined) return undefined;
  const answer = await callRunningServer(noted, 'database').catch(() => undefined);
  return answer?.ok === true ? noted : undefined;
}

/** Calls one of the commands' own routes on a running server, in the name of who typed the command. */
export function callRunningServer(
  server: RunningServer,
  command: string,
  body: object = {},
  operator = '',
): Promise<Response> {
  return fetch(`${server.url}/control/${command}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-sillon-control': server.token,
      'x-sillon-operator': encodeURIComponent(operator),
    },
    body: JSON.stringify(body),
  });
}

function parse(text: string | undefined): RunningServer | undefined {
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { url, token, pid } = value as Partial<Record<string, unknown>>;
  if (typeof url !== 'string' || typeof token !== 'string' || typeof pid !== 'number') return undefined;
  return { url, token, pid };
}
