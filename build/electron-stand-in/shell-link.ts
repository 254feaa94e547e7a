import { connectRpc, type RemoteCall, type RpcHandlers } from './rpc.ts';

/** In the shell's process: what the test may ask for, filled in by the parts of the stand-in. */
export const shellHandlers: Record<string, RpcHandlers[string]> = {};

/** In the shell's process: calls the test. */
export const callTest: RemoteCall = connectRpc(
  {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  },
  shellHandlers,
);

/** Notes a call to Electron for the test; functions are left out. */
export function noteCall(name: string, ...args: readonly unknown[]): void {
  const plain: unknown = JSON.parse(JSON.stringify(args));
  void callTest('note', { name, args: plain });
}
