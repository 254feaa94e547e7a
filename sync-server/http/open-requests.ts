/** Requests under way per session, so that ending the session cuts them: an open long-poll outlives its token. */
export interface RequestRegister {
  readonly add: (tokenHash: string) => { readonly signal: AbortSignal; readonly done: () => void };
  /** Requests of a session under way. */
  readonly count: (tokenHash: string) => number;
  readonly cut: (tokenHash: string) => void;
}

export function openRequestRegister(): RequestRegister {
  const bySession = new Map<string, Set<AbortController>>();
  return {
    add: (tokenHash) => {
      const controller = new AbortController();
      const open = bySession.get(tokenHash) ?? new Set();
      open.add(controller);
      bySession.set(tokenHash, open);
      const done = (): void => {
        open.delete(controller);
        if (open.size === 0 && bySession.get(tokenHash) === open) bySession.delete(tokenHash);
      };
      return { signal: controller.signal, done };
    },
    count: (tokenHash) => bySession.get(tokenHash)?.size ?? 0,
    cut: (tokenHash) => {
      for (const controller of bySession.get(tokenHash) ?? []) controller.abort();
    },
  };
}
