import type { JsonValue } from '../../../shared/core/canonical-json.ts';
import { toCanonicalJson } from '../../../shared/core/canonical-json.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';

/** What people typed into records and what they saw and replaced, to be looked for once everything is settled. */
export class TypedValues {
  readonly #typed = new Set<string>();
  readonly #replaced = new Set<string>();

  /** Somebody who had `before` on the screen wrote `after`. */
  note(before: AnyRecord | undefined, after: AnyRecord): void {
    const old = valuesOf(before);
    const current = valuesOf(after);
    for (const value of current) if (!old.has(value)) this.#typed.add(value);
    for (const value of old) if (!current.has(value)) this.#replaced.add(value);
  }

  get size(): number {
    return this.#typed.size;
  }

  /** Values that are neither in their record, nor in a conflict copy of it, nor replaced by somebody who saw them. */
  findLost(records: Iterable<AnyRecord>): string[] {
    const kept = new Set<string>();
    for (const record of records) {
      for (const value of valuesOf(record)) kept.add(value);
      if (record.type !== 'conflictCopy') continue;
      for (const value of valuesOf(record.body['copy'] as AnyRecord)) kept.add(value); // a record by construction
    }
    return [...this.#typed].filter((value) => !kept.has(value) && !this.#replaced.has(value));
  }
}

/** Each value with the record and the member it stands in. A status is no value: an edit wins over a void. */
function valuesOf(record: AnyRecord | undefined): Set<string> {
  if (record === undefined) return new Set();
  const members = Object.entries({ ...record.body, date: record.date });
  // Records come from JSON.
  return new Set(members.map(([name, value]) => `${record.id} ${name} ${toCanonicalJson(value as JsonValue)}`));
}
