/** The ids being copied right now: two books at once must not both find an id free. */
export interface Claims {
  /** Claims ids for a book; returns those that another book is copying. Give back what {@link Claims.release} takes. */
  readonly take: (book: string, ids: readonly string[]) => ReadonlySet<string>;
  readonly release: (book: string, ids: readonly string[]) => void;
}

export function openClaims(): Claims {
  const holders = new Map<string, string>();
  return {
    take: (book, ids) => {
      const taken = new Set<string>();
      for (const id of ids) {
        const holder = holders.get(id) ?? book;
        if (holder === book) holders.set(id, book);
        else taken.add(id);
      }
      return taken;
    },
    release: (book, ids) => {
      for (const id of ids) if (holders.get(id) === book) holders.delete(id);
    },
  };
}
