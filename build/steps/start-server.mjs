import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, toolEnvironment } from './run.mjs';

const PORT = process.env.SILLON_PORT ?? '5985';

/** Starts the sync server as its own process; resolves with its address once it answers. */
export function startServer() {
  const data = process.env.SILLON_DATA ?? join(ROOT, '.data', 'demonstration');
  const args = ['sync-server/cli.ts', 'serve', '--demo', '--port', PORT, '--data', data];
  // Its own process group: Ctrl-C reaches only this script, which then stops the server in order.
  const child = spawn('node', args, { cwd: ROOT, env: toolEnvironment(), detached: process.platform !== 'win32' });
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk) => {
      output += chunk;
      const address = /(http:\/\/[^\s]+)/.exec(output)?.[1];
      if (address) resolve({ url: address, stop: () => stop(child), onExit: (listener) => child.on('exit', listener) });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => reject(Object.assign(new Error(`server ended with ${code}`), { output })));
  });
}

function stop(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.on('exit', resolve);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
  });
}
