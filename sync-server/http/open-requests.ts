/** Requests under way per session, so that ending the session cuts them: an open long-poll outlives its token. */
export interface RequestRegister {
  readonly add: (tokenHash: string, account: string) => { readonly signal: AbortSignal; readonly done: () => void };
  /** Requests of a session under way. */
  readonly count: (tokenHash: string) => number;
  /** Requests of all sessions of an account under way. */
  readonly countOf: (account: string) => number;
  readonly cut: (tokenHash: string) => void;
}

export function openRequestRegister(): RequestRegister {
  const bySession = new Map<string, Set<AbortController>>();
  const byAccount = new Map<string, Set<AbortController>>();
  return {
    add: (tokenHash, account) => {
      const controller = new AbortController();
      const holders = [
        [bySession, tokenHash],
        [byAccount, account],
      ] as const;
      for (const [held, key] of holders) held.set(key, (held.get(key) ?? new Set()).add(controller));
      const done = (): void => {
        for (const [held, key] of holders) {
          const open = held.get(key);
          open?.delete(controller);
          if (open?.size === 0) held.delete(key);
        }
      };
      return { signal: controller.signal, done };
    },
    count: (tokenHash) => bySession.get(tokenHash)?.size ?? 0,
    countOf: (account) => byAccount.get(account)?.size ?? 0,
    cut: (tokenHash) => {
      for (const controller of bySession.get(tokenHash) ?? []) controller.abort();
    },
  };
}
