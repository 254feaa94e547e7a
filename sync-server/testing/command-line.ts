import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { ownEnvironment } from './own-environment.ts';
import { useTestFolder } from './test-folder.ts';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const ENVIRONMENT = ownEnvironment();

/** How a command ended. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command to its end. */
export function runCommand(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      { env: { ...ENVIRONMENT, ...environment } },
      (_error, out, err) => {
        resolve({ code: child.exitCode, out, err });
      },
    );
  });
}

/** Starts `serve` with an empty page and waits for its address. */
export async function startServe(args: string[]): Promise<{ child: ChildProcess; url: string; out: () => string }> {
  const child = spawn(process.execPath, [CLI, 'serve', '--web', makePage(), ...args], { env: ENVIRONMENT });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
  onTestFinished(() => void child.kill('SIGKILL'));
  await expect.poll(() => /http:\S+/.exec(out)?.[0] ?? (child.exitCode === null ? undefined : out)).toBeDefined();
  return { child, url: /http:\S+/.exec(out)?.[0] ?? out, out: () => out };
}

/** A folder with an empty page. */
export function makePage(): string {
  const folder = useTestFolder();
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  return folder;
}

export function stopServe(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    child.on('exit', resolve);
    child.kill(signal);
  });
}
