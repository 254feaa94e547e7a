/** A refusal in CouchDB's own terms: status, `error` word, `reason` sentence. Never holds paths or stacks. */
export class CouchError extends Error {
  readonly status: number;
  readonly error: string;
  readonly reason: string;

  constructor(status: number, error: string, reason: string) {
    super(`${error}: ${reason}`);
    this.status = status;
    this.error = error;
    this.reason = reason;
  }
}

export const badRequest = (reason: string): CouchError => new CouchError(400, 'bad_request', reason);
export const queryParseError = (reason: string): CouchError => new CouchError(400, 'query_parse_error', reason);
export const illegalDocId = (reason: string): CouchError => new CouchError(400, 'illegal_docid', reason);
export const unauthorized = (reason: string): CouchError => new CouchError(401, 'unauthorized', reason);
export const forbidden = (reason: string): CouchError => new CouchError(403, 'forbidden', reason);
export const notFound = (reason: string): CouchError => new CouchError(404, 'not_found', reason);
export const conflict = (): CouchError => new CouchError(409, 'conflict', 'Document update conflict.');
export const bodyTooLarge = (): CouchError => new CouchError(413, 'too_large', 'the request entity is too large');
export const documentTooLarge = (id: string): CouchError => new CouchError(413, 'document_too_large', id);
export const tooManyDocuments = (error: string, limit: number): CouchError =>
  new CouchError(413, `${error}_exceeded`, String(limit));
export const missingStub = (name: string): CouchError =>
  new CouchError(412, 'missing_stub', `Invalid attachment stub for ${name}`);
export const notImplemented = (): CouchError =>
  new CouchError(501, 'not_implemented', 'This server does not offer this function.');
