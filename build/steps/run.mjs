import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'node_modules', '.bin');

/** The environment of our tools: the Node and the commands of node_modules first. */
export function toolEnvironment() {
  return { ...process.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` };
}

/** Runs a command in the project's folder; resolves with its output, rejects (with `output`) when it fails. */
export function run(command, args, { env = {}, timeoutMs = 0, showsOutput = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...toolEnvironment(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      timeout: timeoutMs,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (showsOutput) process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => reject(Object.assign(error, { output: `${command}: ${error.message}` })));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          Object.assign(new Error(`${command} ended with ${code}`), {
            output: output || `${command} ended with ${code}`,
          }),
        );
    });
  });
}
