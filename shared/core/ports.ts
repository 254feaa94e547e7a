/** The current instant as an UTC ISO string, for example `2026-03-01T08:30:00.000Z`. */
export type Clock = () => string;

/** A fresh ULID (26 characters of Crockford base 32, time-ordered). */
export type IdGenerator = () => string;

/** SHA-256 of bytes, as 64 lower-case hexadecimal characters. Synchronous: it also runs inside CouchDB. */
export type Hasher = (bytes: Uint8Array) => string;
