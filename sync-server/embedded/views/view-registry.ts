import { notFound } from '../couch-error.ts';
import { isJsonObject, parseStoredObject } from '../json.ts';
import type { DatabaseRow } from '../store/databases.ts';
import { findDocument, findRevision } from '../store/documents.ts';
import type { Sql } from '../store/sql.ts';
import { MapSandbox } from './map-sandbox.ts';
import type { Reduction } from './reduce.ts';
import { readReduction } from './reduce.ts';
import { ViewIndex } from './view-index.ts';

/** A view that can be asked. */
export interface OpenView {
  readonly index: ViewIndex;
  readonly reduction: Reduction | undefined;
}

const VIEWS_KEPT = 20;

/** The views in use, one a database, design document revision and name; the oldest makes room. */
export class ViewRegistry {
  readonly #sql: Sql;
  readonly #timeoutMs: number;
  readonly #open = new Map<string, Promise<ViewIndex>>();

  constructor(sql: Sql, timeoutMs: number) {
    this.#sql = sql;
    this.#timeoutMs = timeoutMs;
  }

  /** Throws 404 without such a view, 501 for a reduce function, `compilation_error`. */
  async open(database: DatabaseRow, designId: string, name: string): Promise<OpenView> {
    const row = designId.startsWith('_design/') ? findDocument(this.#sql, database.db, designId) : undefined;
    const revision = row?.deleted === 0 ? findRevision(this.#sql, row, row.winner, false) : undefined;
    const views = revision === undefined ? undefined : parseStoredObject(revision.bodyText)['views'];
    const view = isJsonObject(views) && Object.hasOwn(views, name) ? views[name] : undefined;
    if (row === undefined || !isJsonObject(view) || typeof view['map'] !== 'string')
      throw notFound('missing_named_view');
    const reduction = readReduction(view['reduce']);
    const key = `${String(database.db)} ${row.winner} ${name}`;
    const known = this.#open.get(key) ?? this.#create(view['map']);
    this.#open.delete(key);
    this.#open.set(key, known);
    this.#makeRoom();
    known.catch(() => this.#open.delete(key));
    return { index: await known, reduction };
  }

  /** Documents of this database were purged, which no change tells: its views are made again when they are asked. */
  forget(db: number): void {
    for (const key of this.#open.keys()) if (key.startsWith(`${String(db)} `)) this.#drop(key);
  }

  async #create(source: string): Promise<ViewIndex> {
    return new ViewIndex(await MapSandbox.create(source, this.#timeoutMs));
  }

  #makeRoom(): void {
    const [oldest] = this.#open;
    if (this.#open.size <= VIEWS_KEPT || oldest === undefined) return;
    this.#drop(oldest[0]);
  }

  #drop(key: string): void {
    const dropped = this.#open.get(key);
    this.#open.delete(key);
    // An answer may still be made from it: it goes when that is out.
    void dropped?.then((index) => setTimeout(() => index.dispose(), this.#timeoutMs).unref());
  }
}
