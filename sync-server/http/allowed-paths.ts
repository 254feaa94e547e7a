/** A request to CouchDB that the front lets through. */
export interface AllowedPath {
  readonly database: string;
  /** Whether it may write records. */
  readonly isPush: boolean;
}

const METHODS: Readonly<Record<string, readonly string[]>> = {
  _changes: ['GET', 'POST'],
  _all_docs: ['GET', 'POST'],
  _bulk_docs: ['POST'],
  _bulk_get: ['POST'],
  _revs_diff: ['POST'],
};

/** Reads a path below `/couch`; `undefined` for everything replication does not need. */
export function readAllowedPath(method: string, path: string): AllowedPath | undefined {
  const match = /^\/([a-z][a-z0-9_-]{0,100})(?:\/([^/]*))?(?:\/([^/]+))?$/.exec(path);
  if (match === null) return undefined;
  const [, database = '', first = '', second] = match;
  const verb = method === 'HEAD' ? 'GET' : method;
  const isOfReceipts = database.startsWith('receipts-');
  if (first === '_local')
    return second !== undefined && ['GET', 'PUT'].includes(verb) ? { database, isPush: false } : undefined;
  // An encoded id may not start with an underscore either.
  const isPlain = !/^(_|%5f)/i.test(first);
  if (second !== undefined) {
    const isAttachment = isOfReceipts && isPlain && first !== '' && !/^(_|%5f)/i.test(second);
    return verb === 'GET' && isAttachment ? { database, isPush: false } : undefined;
  }
  if (METHODS[first]?.includes(verb) === true) return { database, isPush: first === '_bulk_docs' && !isOfReceipts };
  // The database itself, or one document.
  return verb === 'GET' && isPlain ? { database, isPush: false } : undefined;
}
