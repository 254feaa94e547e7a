import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** Answers are written in pieces of about this many characters: a write for each line would be slow. */
const PIECE_CHARACTERS = 65_536;

/** Converts line by line, in order, never faster than the answers are taken. Ends with the input. */
export async function convertStream(
  input: Readable,
  output: Writable,
  convert: (line: string) => string | undefined,
): Promise<void> {
  let piece = '';
  const flush = async (): Promise<void> => {
    const text = piece;
    piece = '';
    if (text !== '' && !output.write(text)) await once(output, 'drain');
  };
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const answer = convert(line);
    if (answer !== undefined) piece += `${answer}\n`;
    if (piece.length >= PIECE_CHARACTERS) await flush();
  }
  await flush();
}
