/** Encodings a bank file may have; windows-1252 stands for ISO-8859-1 too, as on the web. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15';

/** The text of a file and how it was found. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

const REPLACEMENT = 0xfffd;
const CHUNK = 8192;

/** 0x80 to 0x9f of windows-1252; its five unassigned bytes keep their control code. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Where ISO-8859-15 differs from ISO-8859-1. */
const ISO_8859_15: ReadonlyMap<number, number> = new Map([
  [0xa4, 0x20ac],
  [0xa6, 0x0160],
  [0xa8, 0x0161],
  [0xb4, 0x017d],
  [0xb8, 0x017e],
  [0xbc, 0x0152],
  [0xbd, 0x0153],
  [0xbe, 0x0178],
]);

/**
 * Text of the bytes of a bank file: byte order mark, else UTF-8 when the bytes are UTF-8 (whatever the header says:
 * banks often announce another set), else the set announced by an OFX or XML header, else windows-1252, or ISO-8859-15
 * when the only sign of it is its euro. Never fails; a byte that means nothing becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decodeUtf16(bytes, 1, 0), encoding: 'utf-16le' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decodeUtf16(bytes, 0, 1), encoding: 'utf-16be' };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf8 = decodeUtf8(hasMark ? bytes.subarray(3) : bytes);
  // One broken character in a UTF-8 file must not turn all its accents into pairs of signs.
  if (hasMark || utf8.invalidCount * 10 <= utf8.multibyteCount) return { text: utf8.text, encoding: 'utf-8' };
  const encoding = announcedSet(bytes) ?? likelySet(bytes);
  return { text: decodeSingleByte(bytes, encoding), encoding };
}

function announcedSet(bytes: Uint8Array): 'windows-1252' | 'iso-8859-15' | undefined {
  const head = decodeSingleByte(bytes.subarray(0, 600), 'windows-1252');
  const name = /(?:CHARSET\s*:|encoding\s*=\s*["'])\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? '';
  if (/^(iso-?)?8859-?15$|^latin-?9$/.test(name)) return 'iso-8859-15';
  return /^(windows-|cp)?1252$/.test(name) ? 'windows-1252' : undefined;
}

function likelySet(bytes: Uint8Array): 'windows-1252' | 'iso-8859-15' {
  const hasWindowsBytes = bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  return !hasWindowsBytes && bytes.includes(0xa4) ? 'iso-8859-15' : 'windows-1252';
}

function decodeSingleByte(bytes: Uint8Array, encoding: 'windows-1252' | 'iso-8859-15'): string {
  const table = Array.from({ length: 256 }, (_, byte) => {
    if (encoding === 'iso-8859-15') return ISO_8859_15.get(byte) ?? byte;
    return byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
  });
  return joinUnits(Uint16Array.from(bytes, (byte) => table[byte] ?? REPLACEMENT));
}

function decodeUtf16(bytes: Uint8Array, high: 0 | 1, low: 0 | 1): string {
  const units = new Uint16Array((bytes.length - 2) >> 1);
  units.forEach((_, index) => {
    const at = 2 + index * 2;
    units[index] = ((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0);
  });
  return joinUnits(units);
}

function decodeUtf8(bytes: Uint8Array): { text: string; invalidCount: number; multibyteCount: number } {
  // UTF-16 never takes more units than UTF-8 takes bytes.
  const units = new Uint16Array(bytes.length);
  let count = 0;
  let invalidCount = 0;
  let multibyteCount = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) {
      units[count++] = first;
      at += 1;
      continue;
    }
    const length =
      first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    const code = length === 0 ? undefined : readSequence(bytes, at, length);
    if (code === undefined) {
      invalidCount += 1;
      units[count++] = REPLACEMENT;
      at += 1;
      continue;
    }
    multibyteCount += 1;
    at += length;
    if (code < 0x10000) {
      units[count++] = code;
    } else {
      units[count++] = 0xd800 + ((code - 0x10000) >> 10);
      units[count++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    }
  }
  return { text: joinUnits(units.subarray(0, count)), invalidCount, multibyteCount };
}

function readSequence(bytes: Uint8Array, at: number, length: number): number | undefined {
  let code = (bytes[at] ?? 0) & (0x7f >> length);
  for (let index = at + 1; index < at + length; index += 1) {
    const next = bytes[index] ?? 0;
    if ((next & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (next & 0x3f);
  }
  const isOverlong = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return isOverlong || isSurrogate || code > 0x10ffff ? undefined : code;
}

function joinUnits(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += CHUNK) parts.push(String.fromCharCode(...units.subarray(at, at + CHUNK)));
  return parts.join('');
}
