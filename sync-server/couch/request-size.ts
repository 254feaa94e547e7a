import { couchStatus } from './couch-request.ts';

const TOO_LARGE = 413;

/**
 * Sends a request for many things, in halves when it or its answer is larger than the database takes: how many documents fit
 * depends on how large their writers made them. One alone that does not fit fails.
 */
export async function halveWhereTooLarge<Item, Row>(
  items: readonly Item[],
  send: (items: readonly Item[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  try {
    return await send(items);
  } catch (error) {
    if (couchStatus(error) !== TOO_LARGE || items.length < 2) throw error;
    const middle = Math.ceil(items.length / 2);
    const first = await halveWhereTooLarge(items.slice(0, middle), send);
    return [...first, ...(await halveWhereTooLarge(items.slice(middle), send))];
  }
}

/** Half of what the embedded database takes in one request; a connection may break on more before it says so. */
const MOST_CHARS = 8_000_000;

/** Documents in their order, in as few parts as one request each takes. */
export function splitBySize<Item>(documents: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [[]];
  let left = MOST_CHARS;
  for (const document of documents) {
    const size = JSON.stringify(document).length;
    if (size > left && parts.at(-1)?.length !== 0) {
      parts.push([]);
      left = MOST_CHARS;
    }
    left -= size;
    parts.at(-1)?.push(document);
  }
  return parts;
}
