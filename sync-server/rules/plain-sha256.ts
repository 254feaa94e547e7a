/**
 * SHA-256 in plain numbers, for the engine inside CouchDB: its QuickJS has no typed arrays, on which every library builds.
 * Everywhere else a library or Node hashes. An interpreter runs this, so a round makes no call and no object.
 */
export function plainSha256(message: ArrayLike<number>): string {
  const words = padToBlocks(message);
  const state = [...START];
  const spread: number[] = [];
  for (let block = 0; block < words.length; block += 16) mix(state, words, block, spread);
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Big-endian words in whole blocks of 16: the message, one bit, zeros, the length in bits. */
function padToBlocks(message: ArrayLike<number>): number[] {
  const { length } = message;
  const words = new Array<number>(((length + 8) >> 6) * 16 + 16).fill(0);
  const last = length >> 2;
  for (let index = 0; index < last; index += 1) {
    const at = index * 4;
    words[index] =
      (byteAt(message, at) << 24) |
      (byteAt(message, at + 1) << 16) |
      (byteAt(message, at + 2) << 8) |
      byteAt(message, at + 3);
  }
  let rest = 0x80 << (24 - (length & 3) * 8);
  for (let at = last * 4; at < length; at += 1) rest |= byteAt(message, at) << (24 - (at & 3) * 8);
  words[last] = rest;
  words[words.length - 2] = Math.floor(length / 0x20000000);
  words[words.length - 1] = length << 3;
  return words;
}

function byteAt(message: ArrayLike<number>, at: number): number {
  return message[at] ?? 0;
}

/* eslint-disable @typescript-eslint/no-non-null-assertion -- a check of each index would be a fifth of the work */
/** Works 16 words from `at` on into the state; `spread` is room for 64. Turns to the right are written out. */
function mix(state: number[], words: readonly number[], at: number, spread: number[]): void {
  for (let index = 0; index < 16; index += 1) spread[index] = words[at + index]!;
  for (let index = 16; index < 64; index += 1) {
    const early = spread[index - 15]!;
    const late = spread[index - 2]!;
    spread[index] =
      (spread[index - 16]! +
        (((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3)) +
        spread[index - 7]! +
        (((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10))) |
      0;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let index = 0; index < 64; index += 1) {
    const first =
      (h +
        (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
        (g ^ (e & (f ^ g))) +
        ROUNDS[index]! +
        spread[index]!) |
      0;
    const second =
      (((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) | (c & (a | b)));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (state[0]! + a) | 0;
  state[1] = (state[1]! + b) | 0;
  state[2] = (state[2]! + c) | 0;
  state[3] = (state[3]! + d) | 0;
  state[4] = (state[4]! + e) | 0;
  state[5] = (state[5]! + f) | 0;
  state[6] = (state[6]! + g) | 0;
  state[7] = (state[7]! + h) | 0;
}
/* eslint-enable @typescript-eslint/no-non-null-assertion */

/** The first primes: the standard takes its constants from the fractions of their roots. */
const PRIMES = Array.from({ length: 312 }, (_, number) => number).filter(isPrime);
const START = PRIMES.slice(0, 8).map((prime) => fractionOf(Math.sqrt(prime)));
const ROUNDS = PRIMES.map((prime) => fractionOf(Math.cbrt(prime)));

function isPrime(number: number): boolean {
  for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) return false;
  return number > 1;
}

/** The first 32 bits of the fraction. */
function fractionOf(root: number): number {
  return ((root - Math.floor(root)) * 0x100000000) | 0;
}
