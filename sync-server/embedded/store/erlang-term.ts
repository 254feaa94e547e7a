/** Tags of Erlang's external term format. */
const TAG = {
  float: 70,
  byte: 97,
  integer: 98,
  atom: 100,
  tuple: 104,
  nil: 106,
  bytes: 107,
  list: 108,
  binary: 109,
  big: 110,
};
const VERSION = 131;
const LIST_HEAD_BYTES = 5;

/**
 * Writes JSON values in Erlang's external term format, the way CouchDB holds them, as far as revision
 * hashes need it. Numbers that JavaScript cannot tell apart (1 and 1.0) count as integers.
 */
export class TermWriter {
  #buffer = Buffer.allocUnsafe(1024);
  #length = 0;

  constructor() {
    this.#writeByte(VERSION);
  }

  /** Valid until the next write. */
  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  writeTupleHead(size: number): void {
    this.#writeByte(TAG.tuple);
    this.#writeByte(size);
  }

  /** The elements of a list are written by `writeElements`. */
  writeList(size: number, writeElements: () => void): void {
    if (size > 0) {
      this.#writeTagged(TAG.list, size);
      writeElements();
    }
    this.#writeByte(TAG.nil);
  }

  writeBinary(bytes: Uint8Array): void {
    this.#writeTagged(TAG.binary, bytes.length);
    this.#reserve(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  writeJson(value: unknown): void {
    if (typeof value === 'string') this.#writeText(value);
    else if (typeof value === 'number') this.#writeNumber(value);
    else if (typeof value === 'boolean' || value === null) this.#writeAtom(String(value));
    else if (Array.isArray(value)) this.#writeArray(value as unknown[]);
    else if (typeof value === 'object') this.#writeObject(value);
  }

  #writeObject(value: object): void {
    const members = Object.entries(value);
    this.writeTupleHead(1);
    this.writeList(members.length, () => {
      for (const [key, member] of members) {
        this.writeTupleHead(2);
        this.#writeText(key);
        this.writeJson(member);
      }
    });
  }

  /** Erlang writes a list of small numbers as a string of bytes. */
  #writeArray(values: readonly unknown[]): void {
    if (values.length > 0 && values.length <= 0xffff && values.every(isByte)) {
      this.#reserve(3 + values.length);
      this.#length = this.#buffer.writeUInt8(TAG.bytes, this.#length);
      this.#length = this.#buffer.writeUInt16BE(values.length, this.#length);
      for (const value of values) this.#length = this.#buffer.writeUInt8(Number(value), this.#length);
      return;
    }
    this.writeList(values.length, () => {
      for (const value of values) this.writeJson(value);
    });
  }

  #writeText(text: string): void {
    // Three bytes for each UTF-16 unit is the most UTF-8 can need.
    this.#reserve(LIST_HEAD_BYTES + text.length * 3);
    const written = this.#buffer.write(text, this.#length + LIST_HEAD_BYTES, 'utf8');
    this.#writeTagged(TAG.binary, written);
    this.#length += written;
  }

  #writeNumber(value: number): void {
    this.#reserve(12);
    if (!Number.isSafeInteger(value)) {
      this.#writeByte(TAG.float);
      this.#length = this.#buffer.writeDoubleBE(value, this.#length);
    } else if (isByte(value)) {
      this.#writeByte(TAG.byte);
      this.#writeByte(value);
    } else if (value >= -0x80000000 && value <= 0x7fffffff) {
      this.#writeByte(TAG.integer);
      this.#length = this.#buffer.writeInt32BE(value, this.#length);
    } else {
      const digits: number[] = [];
      for (let rest = BigInt(Math.abs(value)); rest > 0n; rest >>= 8n) digits.push(Number(rest & 255n));
      for (const byte of [TAG.big, digits.length, value < 0 ? 1 : 0, ...digits]) this.#writeByte(byte);
    }
  }

  #writeAtom(name: string): void {
    this.#reserve(3 + name.length);
    this.#length = this.#buffer.writeUInt8(TAG.atom, this.#length);
    this.#length = this.#buffer.writeUInt16BE(name.length, this.#length);
    this.#length += this.#buffer.write(name, this.#length, 'latin1');
  }

  #writeTagged(tag: number, size: number): void {
    this.#reserve(LIST_HEAD_BYTES);
    this.#length = this.#buffer.writeUInt8(tag, this.#length);
    this.#length = this.#buffer.writeUInt32BE(size, this.#length);
  }

  #writeByte(byte: number): void {
    this.#reserve(1);
    this.#length = this.#buffer.writeUInt8(byte, this.#length);
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#length + size));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}

function isByte(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
}
