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
  /** Stops the process and removes its data. */
  stop(): Promise<void>;
}

/** Starts `server serve` on a free port; with `isDemo` it holds the demonstration cooperative. */
export function startSillon({ isDemo }: { isDemo: boolean }): Promise<SillonServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sillon-e2e-'));
  const args = ['sync-server/cli.ts', 'serve', '--port', '0', '--data', dataDir, ...(isDemo ? ['--demo'] : [])];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: ownEnvironment(),
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
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
      resolve({ url, dataDir, stop });
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
