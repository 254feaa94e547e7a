import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SillonProcess } from '../../../sync-server/testing/server-process.ts';
import { ownEnvironment } from '../../../sync-server/testing/own-environment.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const BUILT = join(ROOT, 'dist', 'renderer');

/** A sync server of its own data folder and port, run by its command line as a person would. */
export interface SillonServer {
  readonly url: string;
  readonly dataDir: string;
  /** What it hands out of the application; a copy of its own when asked for. */
  readonly webRoot: string;
  /** Ends the process at once, whatever it is doing; its data and port stay for {@link startAgain}. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  /** Stops the process and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts `server serve` on a free port; with `isDemo` it holds the demonstration cooperative, with `ownScreens` its
 * application may be replaced.
 */
export async function startSillon(options: {
  isDemo: boolean;
  publicHost?: string;
  ownScreens?: boolean;
  /** Puts into the data folder what is to be there before the server starts. */
  prepare?: (dataDir: string) => void;
}): Promise<SillonServer> {
  const { ownScreens = false, prepare, ...rest } = options;
  const folder = mkdtempSync(join(tmpdir(), 'sillon-e2e-'));
  const webRoot = ownScreens ? join(folder, 'screens') : BUILT;
  if (ownScreens) cpSync(BUILT, webRoot, { recursive: true });
  const server = new SillonProcess(folder, { ...rest, hasScreens: true, webRoot });
  prepare?.(server.dataDir);
  await server.start();
  return {
    url: `http://127.0.0.1:${String(server.port)}`,
    dataDir: server.dataDir,
    webRoot,
    kill: server.kill,
    startAgain: server.start,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
