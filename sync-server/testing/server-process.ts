import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownEnvironment } from './own-environment.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY = /Sillon is ready: http:\S+:(\d+)/;

/** The sync server as a process that can be killed in the middle of anything and started again on its data. */
export class SillonProcess {
  /** What the server keeps. */
  readonly dataDir: string;
  readonly #webRoot: string;
  readonly #isDemo: boolean;
  #child: ChildProcess | undefined;
  #port = 0;

  /** In an empty folder. The devices of such tests have no screens: the server needs no application to hand out. */
  constructor(folder: string, { isDemo }: { readonly isDemo: boolean }) {
    this.dataDir = join(folder, 'data');
    this.#webRoot = join(folder, 'web');
    this.#isDemo = isDemo;
    mkdirSync(this.#webRoot);
    writeFileSync(join(this.#webRoot, 'index.html'), '');
  }

  get port(): number {
    return this.#port;
  }

  /** Starts on a free port the first time, then always on the same one. */
  readonly start = (): Promise<void> => {
    const options = ['--port', String(this.#port), '--data', this.dataDir, '--web', this.#webRoot];
    const args = ['sync-server/cli.ts', 'serve', ...options, ...(this.#isDemo ? ['--demo'] : [])];
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: ownEnvironment(),
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      let output = '';
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        const port = READY.exec(output)?.[1];
        if (port === undefined) return;
        this.#port = Number(port);
        resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => {
        reject(new Error(`the server ended with ${String(code)}:\n${output}`));
      });
    });
  };

  /** `kill -9`: nothing is finished, nothing is closed. */
  readonly kill = async (): Promise<void> => {
    const child = this.#child;
    if (child?.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
}
