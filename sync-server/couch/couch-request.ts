/** A request to CouchDB in the few terms nano needs. */
export interface CouchRequest {
  readonly db?: string;
  /** Path below the database (or the server), already encoded where it must be. */
  readonly path?: string;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE' | 'HEAD';
  /** Keys of views may be lists; nano prints keys as JSON. */
  readonly query?: Readonly<Record<string, string | number | boolean | readonly unknown[]>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** HTTP status of a failed CouchDB request; `undefined` when the failure was of another kind. */
export function couchStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}

/** The answer of a request, or `undefined` when CouchDB answered 404. */
export async function orMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (couchStatus(error) === 404) return undefined;
    throw error;
  }
}
