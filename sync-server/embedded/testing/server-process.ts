import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ADMIN } from './test-server.ts';

export interface ServerProcess {
  child: ChildProcess;
  /** The address, or the code of the failure when the server did not start. */
  outcome: { url: string } | { code: string };
  kill(): Promise<void>;
}

/** The server in a process of its own, so that it can be killed. */
export async function startServerProcess(dataDir: string, port = 0): Promise<ServerProcess> {
  const script = fileURLToPath(new URL('./run-server.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDir, ADMIN.name, ADMIN.password, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', () => resolve('exited'));
  });
  const outcome = line.startsWith('http') ? { url: line } : { code: line };
  return {
    child,
    outcome,
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
