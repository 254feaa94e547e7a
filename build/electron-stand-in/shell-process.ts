import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { connectRpc, type RemoteCall, type RpcHandlers } from './rpc.ts';

export interface ShellProcessOptions {
  readonly distDir: string;
  readonly serverUrl: string | null;
  readonly userDataDir: string;
  readonly locale: string;
  readonly hasEncryption: boolean;
}

export interface ShellProcess {
  readonly call: RemoteCall;
  readonly ended: Promise<unknown>;
  /** Closes the window as a person does; ends when the process has ended, with its exit code. */
  readonly close: () => Promise<number | null>;
}

const closeTimeoutMs = 5_000;

/** Starts the built main process on the stand-in. */
export function startShellProcess(options: ShellProcessOptions, handlers: RpcHandlers): ShellProcess {
  const { distDir, serverUrl, userDataDir, locale, hasEncryption } = options;
  const script = join(import.meta.dirname, 'run-shell.ts');
  const child = spawn(process.execPath, [script, join(distDir, 'main', 'main.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: {
      ...process.env,
      // The runner's own options (loaders, inspectors) are not meant for the shell.
      NODE_OPTIONS: '',
      SILLON_SERVER: serverUrl ?? '',
      SILLON_USER_DATA: userDataDir,
      STAND_IN_LOCALE: locale,
      STAND_IN_ENCRYPTION: hasEncryption ? 'real' : 'none',
    },
  });
  const ended = once(child, 'exit');
  const call = connectRpc(
    {
      send: (message) => {
        if (child.connected) child.send(message as object);
      },
      onMessage: (listener) => void child.on('message', listener),
    },
    handlers,
  );
  return {
    call,
    ended,
    close: async () => {
      if (child.exitCode !== null) return child.exitCode;
      const timer = setTimeout(() => child.kill(), closeTimeoutMs);
      void call('closeWindow');
      await ended;
      clearTimeout(timer);
      return child.exitCode;
    },
  };
}
