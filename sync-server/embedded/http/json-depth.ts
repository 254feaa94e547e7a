const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{` differ in this bit only, and so do `]` and `}`. */
const CURLY = 0x20;
const OPENING = 0x5b;
const CLOSING = 0x5d;

/**
 * Whether JSON text (UTF-8) nests deeper than `most` levels. Looked at before it is parsed: printing such a value
 * again would run out of stack, and the engine that judges documents has less of it than this one.
 */
export function isNestedDeeper(json: Buffer, most: number): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at] ?? 0;
    if (isInText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInText = false;
    } else if (byte === QUOTE) isInText = true;
    else if ((byte & ~CURLY) === OPENING) {
      depth += 1;
      if (depth > most) return true;
    } else if ((byte & ~CURLY) === CLOSING) depth -= 1;
  }
  return false;
}
