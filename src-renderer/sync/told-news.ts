/** What the server tells of the database that nobody asks for, beside its answers about another one. */
export class ToldNews {
  #mark = '';
  #taken = '';
  #wake: (() => void) | undefined;

  /** The mark of an answer; `null` when it carries none: then there is nothing. */
  readonly hear = (mark: string | null): void => {
    if (mark === null || mark === this.#mark) return;
    this.#mark = mark;
    this.#wake?.();
  };

  /** Resolves when the mark is another than at the last time; one caller at a time. */
  readonly next = async (): Promise<void> => {
    if (this.#mark === this.#taken) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#taken = this.#mark;
  };
}
