import type { WriteContext } from '../../shared/records/write-record.ts';
import type { DeviceFacts } from './device-facts.ts';

/** What a person may ask for in any window; the window that exchanges does it. */
export type Wish = 'sync-wish' | 'sync-check-wish' | 'receipts-wish';

/** Asks the window that exchanges for something, now. */
export function makeWish(facts: DeviceFacts, { clock, newId }: WriteContext, wish: Wish): Promise<void> {
  return facts.put({ id: wish, kind: wish, at: clock(), body: { wish: newId() } });
}

/**
 * Calls back at each wish made from now on. One is told from the next by its id, not by its time: clocks are put back. What
 * was wished before was for the window that exchanged then.
 */
export function watchWishes(facts: DeviceFacts, wish: Wish, onWish: () => void): () => void {
  let known: unknown;
  let isFirst = true;
  return facts.watch(wish, ([fact]) => {
    const made = fact?.body['wish'];
    const isNew = !isFirst && made !== known;
    [known, isFirst] = [made, false];
    if (isNew) onWish();
  });
}
