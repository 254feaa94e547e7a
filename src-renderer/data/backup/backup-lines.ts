/** A record is a few kilobytes; a longer line is damage, not data. */
const MAX_LINE_CHARACTERS = 8_000_000;

/** The file cannot be a backup: bad compression, bad UTF-8 or a line without end. */
export class UnreadableFileError extends Error {}

/** Packs lines into a gzipped file. Only the compressed bytes stay in memory. */
export class LinePacker {
  readonly #writer: WritableStreamDefaultWriter<BufferSource>;
  readonly #packed: Promise<Blob>;
  readonly #encoder = new TextEncoder();

  constructor() {
    const gzip = new CompressionStream('gzip');
    this.#writer = gzip.writable.getWriter();
    this.#packed = new Response(gzip.readable).blob();
  }

  async add(text: string): Promise<void> {
    await this.#writer.write(this.#encoder.encode(text));
  }

  async finish(): Promise<Blob> {
    await this.#writer.close();
    return new Blob([await this.#packed], { type: 'application/gzip' });
  }

  async abort(): Promise<void> {
    await this.#writer.abort();
    await this.#packed.catch(() => undefined);
  }
}

/**
 * The lines of a file, gzipped or plain, without their line feeds; a last line without a line feed counts as a line.
 * `onRead` tells how many bytes of the file went in. Throws {@link UnreadableFileError}.
 */
export async function* readLines(file: Blob, onRead?: (bytes: number) => void): AsyncGenerator<string> {
  const reader = (await openText(file, onRead)).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE_CHARACTERS) throw new UnreadableFileError('a line is too long');
      yield* lines;
    }
  } catch (error) {
    throw error instanceof UnreadableFileError ? error : new UnreadableFileError(String(error));
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (rest !== '') yield rest;
}

async function openText(file: Blob, onRead?: (bytes: number) => void): Promise<ReadableStream<string>> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  let bytes = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        bytes += chunk.length;
        onRead?.(bytes);
        controller.enqueue(chunk);
      },
    }),
  );
  const isGzip = first === 0x1f && second === 0x8b;
  const plain = isGzip ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  return plain.pipeThrough(new TextDecoderStream('utf-8', { fatal: true, ignoreBOM: true }));
}
