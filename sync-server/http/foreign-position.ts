/** A position in a feed as the embedded server writes it: a number, a constant, twelve bytes. CouchDB's own are far longer. */
const EMBEDDED = /(?<=[?&]since=)\d+-g1AAAA[0-9A-Za-z_-]{16}(?=&|$)/;

/**
 * Lets a device begin anew that still holds a position of the embedded server from before the books moved to a CouchDB, which
 * would refuse it for ever.
 */
export function forgetForeignPosition(target: string): string {
  return target.replace(EMBEDDED, '0');
}
