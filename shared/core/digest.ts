import type { JsonValue } from './canonical-json.ts';
import { toCanonicalJson } from './canonical-json.ts';
import type { Hasher } from './ports.ts';
import { encodeUtf8 } from './utf8.ts';

/** SHA-256 (hexadecimal) of the canonical JSON of a value: the digest every computed figure carries. */
export function digestOf(value: JsonValue, hash: Hasher): string {
  return hash(encodeUtf8(toCanonicalJson(value)));
}
