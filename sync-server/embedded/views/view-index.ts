import { yieldToOthers } from '../http/yield-to-others.ts';
import type { DatabaseRow } from '../store/databases.ts';
import { listChanges } from '../store/changes.ts';
import { renderWinner } from '../store/document-listing.ts';
import type { Sql } from '../store/sql.ts';
import type { ViewKey } from './collate.ts';
import { compareKeys } from './collate.ts';
import type { MapSandbox } from './map-sandbox.ts';

/** One row of a view. */
export interface ViewRow {
  readonly id: string;
  readonly key: ViewKey;
  readonly value: unknown;
}

const PAGE_ROWS = 200;
const WITHOUT_EXTRAS = { hasConflicts: false, hasAttachments: false };

/**
 * The rows of one view, kept in memory and brought up to date with the changes of its database before each answer. After a
 * restart they are made again: nothing of them is on disk.
 */
export class ViewIndex {
  readonly #sandbox: MapSandbox;
  readonly #rowsOf = new Map<string, readonly ViewRow[]>();
  #sorted: readonly ViewRow[] | undefined;
  #sequence = 0;
  #underWay: Promise<unknown> = Promise.resolve();

  constructor(sandbox: MapSandbox) {
    this.#sandbox = sandbox;
  }

  /** All rows in the order of their keys, of every change up to now. */
  async rows(sql: Sql, database: DatabaseRow): Promise<readonly ViewRow[]> {
    const turn = this.#underWay.then(() => this.#refresh(sql, database));
    this.#underWay = turn.catch(() => undefined);
    await turn;
    this.#sorted ??= [...this.#rowsOf.values()].flat().sort(compareRows);
    return this.#sorted;
  }

  dispose(): void {
    this.#sandbox.dispose();
  }

  async #refresh(sql: Sql, database: DatabaseRow): Promise<void> {
    const upTo = database.update_seq;
    while (this.#sequence < upTo) {
      const range = { since: this.#sequence, upTo, isDescending: false, hasBodies: true };
      const { rows: changes } = listChanges(sql, database.db, range, PAGE_ROWS);
      const last = changes.at(-1);
      if (last === undefined) break;
      const records = changes.filter(({ id }) => !id.startsWith('_design/'));
      for (const { id } of records) this.#rowsOf.delete(id);
      const living = records.filter(({ deleted }) => deleted === 0);
      const emitted = this.#sandbox.map(living.map((row) => renderWinner(sql, row, WITHOUT_EXTRAS)));
      for (const [index, { id }] of living.entries()) {
        const rows = (emitted[index] ?? []).map(([key, value]) => ({ id, key, value }));
        if (rows.length > 0) this.#rowsOf.set(id, rows);
      }
      this.#sorted = undefined;
      this.#sequence = last.seq;
      await yieldToOthers();
    }
  }
}

function compareRows(a: ViewRow, b: ViewRow): number {
  const order = compareKeys(a.key, b.key);
  if (order !== 0) return order;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
