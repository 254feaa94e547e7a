import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownEnvironment } from '../../../sync-server/testing/own-environment.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const START_LIMIT_MS = 60_000;

/** A sync server of its own data folder and port, run by its command line as a person would. */
export interface SillonServer {
  readonly url: string;
  readonly dataDir: string;
  /** Ends the process at once, whatever it is doing; its data and port stay for {@link startAgain}. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  /** Stops the process and removes its data. */
  stop(): Promise<void>;
}

/** Starts `server serve` on a free port; with `isDemo` it holds the demonstration cooperative. */
export async function startSillon({ isDemo }: { isDemo: boolean }): Promise<SillonServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sillon-e2e-'));
  let { child, url } = await spawnServer(dataDir, '0', isDemo);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    url,
    dataDir,
    kill: () => end('SIGKILL'),
    startAgain: async () => {
      ({ child, url } = await spawnServer(dataDir, new URL(url).port, isDemo));
    },
    stop: async () => {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function spawnServer(dataDir: string, port: string, isDemo: boolean): Promise<{ child: ChildProcess; url: string }> {
  const args = ['sync-server/cli.ts', 'serve', '--port', port, '--data', dataDir, ...(isDemo ? ['--demo'] : [])];
  const env = ownEnvironment();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`the server did not start in time:\n${output}`));
    }, START_LIMIT_MS);
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /Sillon is ready: (http:\S+)/.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve({ child, url });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${String(code)}:\n${output}`));
    });
  });
}

/** Runs another command of the server on the same data folder; resolves with its output and exit code. */
export function runServerCommand(args: readonly string[]): Promise<{ output: string; code: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['sync-server/cli.ts', ...args], { cwd: ROOT, env: ownEnvironment() });
    let output = '';
    const read = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => resolve({ output, code: code ?? 1 }));
  });
}
