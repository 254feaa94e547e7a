import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../shared/core/result.ts';
import { fail, ok } from '../../shared/core/result.ts';
import type { BookBehind } from '../../shared/network/book-behind.ts';
import { askServer, unexpectedAnswer } from './api.ts';
import { useSession, useSyncState } from './session-context.tsx';

const MOST_OFTEN_MS = 15_000;

/** The books that are late on the server, for the support team; asked with the exchanges, at most every quarter of a minute. */
export function useBooksBehind(): readonly BookBehind[] {
  const { account } = useSession();
  const { lastSyncedAt } = useSyncState().status;
  const [books, setBooks] = useState<readonly BookBehind[]>([]);
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (lastSyncedAt === '' || performance.now() - askedAt.current < MOST_OFTEN_MS) return;
    askedAt.current = performance.now();
    void readBooksBehind(account.account).then((found) => {
      // Without an answer the last one stands: what was late then is not known to be on time.
      if (found.ok) setBooks(found.value);
    });
  }, [account, lastSyncedAt]);
  return books;
}

async function readBooksBehind(account: string): Promise<Result<readonly BookBehind[]>> {
  const answer = await askServer('GET', 'behind', undefined, account);
  if (!answer.ok) return answer;
  return Array.isArray(answer.value) && answer.value.every(isBookBehind) ? ok(answer.value) : fail(unexpectedAnswer());
}

function isBookBehind(value: unknown): value is BookBehind {
  const { book, since, isFailing } = (value ?? {}) as Partial<BookBehind>; // read member by member
  return (
    typeof book === 'string' &&
    typeof since === 'string' &&
    !Number.isNaN(Date.parse(since)) &&
    typeof isFailing === 'boolean'
  );
}
