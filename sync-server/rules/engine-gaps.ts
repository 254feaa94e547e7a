// What the rules use and an engine of CouchDB may lack: its SpiderMonkey may be as old as 78 (Debian, the Docker image), its
// QuickJS comes without typed arrays and promises. The bundle that runs there imports this before anything else.

/** Adds what is not there, hidden from loops over members. */
function fill(place: object, name: string, value: unknown): void {
  if (!(name in place)) Object.defineProperty(place, name, { value, writable: true, configurable: true });
}

fill(Object, 'hasOwn', (owner: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, name));

fill(Array.prototype, 'toSorted', function <T>(this: readonly T[], compare?: (one: T, other: T) => number): T[] {
  return this.slice().sort(compare);
});

fill(Array.prototype, 'findLast', function <T>(this: readonly T[], isWanted: (item: T, index: number) => boolean):
  T | undefined {
  for (let index = this.length - 1; index >= 0; index -= 1) {
    const item = this[index] as T;
    if (isWanted(item, index)) return item;
  }
  return undefined;
});

fill(Array.prototype, 'at', function <T>(this: readonly T[], index: number): T | undefined {
  return this[index < 0 ? this.length + index : index];
});

/** The rules write bytes and numbers, read them by index and hash them: a plain list does. */
function Numbers(length: number): number[] {
  return new Array<number>(length).fill(0);
}
Numbers.from = (numbers: Iterable<number>): number[] => [...numbers];
for (const name of ['Uint8Array', 'Float64Array']) fill(globalThis, name, Numbers);

/** Nothing here waits; zod only asks whether something is a promise. */
function NoPromise(): never {
  throw new Error('the rules wait for nothing');
}
fill(globalThis, 'Promise', NoPromise);
