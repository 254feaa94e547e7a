import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { BackupLine } from './backup-line.ts';

export interface WrittenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes lines into a gzipped file only its owner may read, and has it on the disk when it returns. */
export async function writeLines(path: string, lines: AsyncIterable<BackupLine>): Promise<WrittenFile> {
  const digest = createHash('sha256');
  let bytes = 0;
  const tap = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      digest.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(
    Readable.from(toText(lines)),
    createGzip(),
    tap,
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { bytes, sha256: digest.digest('hex') };
}

async function* toText(lines: AsyncIterable<BackupLine>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** Reads the lines of a file whose checksum was found right. */
export async function* readLines(path: string): AsyncGenerator<BackupLine> {
  const file = createReadStream(path);
  const text = createGunzip();
  file.on('error', (error) => text.destroy(error));
  file.pipe(text);
  // Pieces of a line without an end yet: a line with an attachment may be large, and is looked through only once.
  let open: string[] = [];
  for await (const piece of text.setEncoding('utf8') as AsyncIterable<string>) {
    const [first = '', ...others] = piece.split('\n');
    open.push(first);
    for (const next of others) {
      yield JSON.parse(open.join('')) as BackupLine;
      open = [next];
    }
  }
}

/** SHA-256 of a file as it lies on the disk; `undefined` when it is not there. */
export async function hashFile(path: string): Promise<string | undefined> {
  const digest = createHash('sha256');
  try {
    await pipeline(createReadStream(path), digest);
  } catch {
    return undefined;
  }
  return digest.digest('hex');
}
