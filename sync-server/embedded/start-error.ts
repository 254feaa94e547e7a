export type StartErrorCode = 'EMBEDDED_IN_USE' | 'EMBEDDED_CORRUPT' | 'EMBEDDED_NEWER';

/** Why the embedded server could not open its data folder. The data is left as it was found. */
export class EmbeddedStartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
