/** Calls in both directions between the test and the process that runs the shell. */
export type RpcHandlers = Readonly<Record<string, (...args: readonly never[]) => unknown>>;

export interface MessagePort {
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

interface Call {
  readonly kind: 'call';
  readonly id: number;
  readonly name: string;
  readonly args: readonly never[];
}

interface Answer {
  readonly kind: 'answer';
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

export type RemoteCall = (name: string, ...args: readonly unknown[]) => Promise<unknown>;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Answers the other side's calls with `handlers` and gives a function to call it. */
export function connectRpc(port: MessagePort, handlers: RpcHandlers): RemoteCall {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  async function answer({ id, name, args }: Call): Promise<void> {
    try {
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`no handler ${name}`);
      port.send({ kind: 'answer', id, value: await handler(...args) });
    } catch (error) {
      port.send({ kind: 'answer', id, error: error instanceof Error ? error.message : 'unknown' });
    }
  }

  function settle({ id, value, error }: Answer): void {
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  }

  port.onMessage((message) => {
    // Only the two ends of this file write to the port.
    const known = message as Call | Answer;
    if (known.kind === 'call') void answer(known);
    else settle(known);
  });

  return (name, ...args) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      port.send({ kind: 'call', id: lastId, name, args });
    });
}
