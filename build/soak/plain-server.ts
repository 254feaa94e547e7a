import type { ServerProcess } from '../../sync-server/embedded/testing/server-process.ts';
import { startServerProcess } from '../../sync-server/embedded/testing/server-process.ts';
import { ADMIN } from '../../sync-server/embedded/testing/test-server.ts';
import type { KillableServer } from './stage.ts';

/** The embedded database alone, with one database that has no rules. */
export class PlainServer implements KillableServer {
  readonly authorization = `Basic ${Buffer.from(`${ADMIN.name}:${ADMIN.password}`).toString('base64')}`;
  readonly #dataDir: string;
  #process: ServerProcess | undefined;
  #port = 0;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  get port(): number {
    return this.#port;
  }

  readonly start = async (): Promise<void> => {
    this.#process = await startServerProcess(this.#dataDir, this.#port);
    const { outcome } = this.#process;
    if (!('url' in outcome)) throw new Error(`the server did not start: ${outcome.code}`);
    this.#port = Number(new URL(outcome.url).port);
    await fetch(`${outcome.url}/plain`, { method: 'PUT', headers: { authorization: this.authorization } });
  };

  readonly kill = async (): Promise<void> => {
    await this.#process?.kill();
  };
}
