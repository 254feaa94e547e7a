import { shellHandlers } from './shell-link.ts';
import type { PageInvoke } from './stand-in-calls.ts';

type Listener = (event: unknown, ...payloads: readonly unknown[]) => unknown;

const listeners = new Map<string, Listener>();

export const ipcMain = {
  handle: (channel: string, listener: Listener): void => void listeners.set(channel, listener),
};

shellHandlers['invoke'] = ({ channel, payloads, frameUrl, isMainFrame }: PageInvoke) => {
  const listener = listeners.get(channel);
  if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
  return listener({ senderFrame: { url: frameUrl, parent: isMainFrame ? null : {} } }, ...payloads);
};
