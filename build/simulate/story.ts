import { createHash } from 'node:crypto';

/** Everything that happened, in words, and its sum to the last byte. */
export class Story {
  readonly #hash = createHash('sha256');
  readonly #now: () => number;
  readonly #print: ((line: string) => void) | undefined;

  constructor(now: () => number, print: ((line: string) => void) | undefined) {
    this.#now = now;
    this.#print = print;
  }

  /** What somebody did or what befell them. */
  tell(who: string, what: string): void {
    const line = `${this.#now().toFixed(0).padStart(9)} ms  ${who}: ${what}`;
    this.#hash.update(`${line}\n`);
    this.#print?.(line);
  }

  /** One request and what came of it. */
  request(who: string, path: string, body: string | undefined, what: string): void {
    this.#hash.update(body ?? '');
    this.tell(who, `${shorten(path)} → ${what}`);
  }

  /** What the server answered, word for word. */
  answer(text: string): void {
    this.#hash.update(text);
  }

  /** The sum of all of it. */
  digest(): string {
    return this.#hash.digest('hex').slice(0, 16);
  }
}

function shorten(path: string): string {
  const [place = '', search = ''] = path.split('?');
  return search.includes('feed=longpoll') ? `${place} (bell)` : place;
}
