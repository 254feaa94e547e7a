import type { AnyRecord } from '../../shared/records/envelope.ts';

/**
 * Some records by date then id. Changes are noted and worked in when the list is read: what stands keeps its order, so that
 * one change of a long list costs a copy and no sorting.
 */
export class OrderedList {
  #records: readonly AnyRecord[];
  /** What stands in `#records` and is gone. */
  readonly #gone = new Set<AnyRecord>();
  /** What came and does not stand there yet, by id. */
  readonly #come = new Map<string, AnyRecord>();

  constructor(records: readonly AnyRecord[]) {
    this.#records = records.toSorted(compare);
  }

  /** Takes in a record that is not there; its former state was removed before. */
  put(record: AnyRecord): void {
    this.#come.set(record.id, record);
  }

  /** Takes out what {@link put} or the beginning brought. */
  remove(record: AnyRecord): void {
    if (!this.#come.delete(record.id)) this.#gone.add(record);
  }

  /** The same array until something changed. */
  get records(): readonly AnyRecord[] {
    if (this.#gone.size + this.#come.size > 0) {
      this.#records = merge(this.#records, this.#gone, [...this.#come.values()].sort(compare));
      this.#gone.clear();
      this.#come.clear();
    }
    return this.#records;
  }
}

/** `records` without what is gone, with what came in its places; both lists in order. */
function merge(
  records: readonly AnyRecord[],
  gone: ReadonlySet<AnyRecord>,
  come: readonly AnyRecord[],
): readonly AnyRecord[] {
  const leaves = [...gone].map((record) => findPlace(records, record)).sort((a, b) => a - b);
  const enters = come.map((record) => ({ record, place: findPlace(records, record) }));
  const merged: AnyRecord[] = [];
  let [left, entered] = [0, 0];
  for (let place = 0; place <= records.length; place += 1) {
    for (let next = enters[entered]; next?.place === place; next = enters[entered]) {
      merged.push(next.record);
      entered += 1;
    }
    const record = records[place];
    if (leaves[left] === place) left += 1;
    else if (record !== undefined) merged.push(record);
  }
  return merged;
}

/** Where a record stands in a list in order, or would. */
function findPlace(records: readonly AnyRecord[], record: AnyRecord): number {
  let [from, to] = [0, records.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const other = records[middle];
    if (other !== undefined && other !== record && compare(other, record) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function compare(a: AnyRecord, b: AnyRecord): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
