import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownEnvironment } from './own-environment.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const START_LIMIT_MS = 60_000;
const READY = /Sillon is ready: http:\S+:(\d+)/;

interface ProcessOptions {
  readonly isDemo: boolean;
  readonly hasScreens?: boolean;
  /** Folder of the built application in place of the checkout's own. */
  readonly webRoot?: string;
  readonly root?: string;
  /** Another name it answers to, beside this computer's own. */
  readonly publicHost?: string;
}

/** The sync server as a process that can be killed in the middle of anything and started again on its data. */
export class SillonProcess {
  /** What the server keeps. */
  readonly dataDir: string;
  readonly #options: readonly string[];
  readonly #root: string;
  #child: ChildProcess | undefined;
  #port = 0;

  /**
   * In an empty folder. Without screens it needs no built application: it hands out an empty page. `root` names another
   * checkout whose server is meant.
   */
  constructor(folder: string, { isDemo, hasScreens = false, webRoot, root = ROOT, publicHost }: ProcessOptions) {
    this.#root = root;
    this.dataDir = join(folder, 'data');
    const emptyRoot = join(folder, 'web');
    const served = webRoot ?? (hasScreens ? undefined : emptyRoot);
    this.#options = [
      ...(isDemo ? ['--demo'] : []),
      ...(served === undefined ? [] : ['--web', served]),
      ...(publicHost === undefined ? [] : ['--public-host', publicHost]),
    ];
    if (hasScreens) return;
    mkdirSync(emptyRoot);
    writeFileSync(join(emptyRoot, 'index.html'), '');
  }

  get port(): number {
    return this.#port;
  }

  /** Starts on a free port the first time, then always on the same one. */
  readonly start = (): Promise<void> => {
    const place = ['--port', String(this.#port), '--data', this.dataDir];
    const args = ['sync-server/cli.ts', 'serve', ...place, ...this.#options];
    const child = spawn(process.execPath, args, {
      cwd: this.#root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: ownEnvironment(),
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      let output = '';
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        reject(new Error(`the server did not start in time:\n${output}`));
      }, START_LIMIT_MS);
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        const port = READY.exec(output)?.[1];
        if (port === undefined) return;
        this.#port = Number(port);
        clearTimeout(timer);
        resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`the server ended with ${String(code)}:\n${output}`));
      });
    });
  };

  /** `kill -9`: nothing is finished, nothing is closed. */
  readonly kill = (): Promise<void> => this.#end('SIGKILL');

  /** Lets it finish what it is doing. */
  readonly stop = (): Promise<void> => this.#end('SIGTERM');

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }
}
