/**
 * SHA-256 in plain numbers, for the engine inside CouchDB: its QuickJS has no typed arrays, on which every library builds.
 * Everywhere else a library or Node hashes.
 */
export function plainSha256(message: ArrayLike<number>): string {
  const state = [...START];
  const words: number[] = [];
  const length = message.length;
  // One bit, then zeros, then the length in bits, to whole blocks of 64 bytes.
  const blocks = Math.ceil((length + 9) / 64);
  const byteAt = (at: number): number => (at < length ? (message[at] ?? 0) : at === length ? 0x80 : 0);
  for (let block = 0; block < blocks; block += 1) {
    for (let index = 0; index < 16; index += 1) {
      const at = block * 64 + index * 4;
      words[index] = (byteAt(at) << 24) | (byteAt(at + 1) << 16) | (byteAt(at + 2) << 8) | byteAt(at + 3);
    }
    if (block === blocks - 1) {
      words[14] = Math.floor(length / 0x20000000);
      words[15] = (length << 3) | 0;
    }
    mix(state, words);
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Works one block into the state. */
function mix(state: number[], words: number[]): void {
  for (let index = 16; index < 64; index += 1) {
    const early = words[index - 15] ?? 0;
    const late = words[index - 2] ?? 0;
    const spread =
      (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
    words[index] = ((words[index - 16] ?? 0) + (words[index - 7] ?? 0) + spread) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index += 1) {
    const chosen = (e & f) ^ (~e & g);
    const first =
      (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + (ROUNDS[index] ?? 0) + (words[index] ?? 0)) | 0;
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = ((state[index] ?? 0) + word) | 0;
  });
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

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
