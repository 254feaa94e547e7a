import { isDatabaseAdmin } from '../auth/database-access.ts';
import type { UserContext } from '../auth/user-context.ts';
import { CouchError, forbidden, notFound } from '../couch-error.ts';
import type { DocumentValidation } from '../validate/document-validation.ts';
import type { ChangeNotifier } from './change-notifier.ts';
import { commitWrite, type DatabaseCounters } from './commit-write.ts';
import { recordDatabaseEvent } from './database-events.ts';
import { reloadDatabase, type DatabaseRow } from './databases.ts';
import type { IncomingDocument } from './incoming-document.ts';
import { planEdit, planReplicated, type PlannedWrite } from './plan-write.ts';
import { purgeRevisions } from './purge-document.ts';
import type { Sql } from './sql.ts';
import { WriteQueue } from './write-queue.ts';

/** What became of one document of a batch. */
export type WriteOutcome =
  | { readonly ok: true; readonly id: string; readonly rev: string }
  | { readonly ok: false; readonly id: string; readonly rev: string | undefined; readonly refusal: CouchError };

export interface WriteOptions {
  user: UserContext;
  isReplicated: boolean;
}

/** The one way documents are written: plan, validate, then one transaction for the whole batch. */
export class DocumentWriter {
  readonly #sql: Sql;
  readonly #notifier: ChangeNotifier;
  readonly #validation: DocumentValidation;
  readonly #queue = new WriteQueue<number>();

  constructor(sql: Sql, notifier: ChangeNotifier, validation: DocumentValidation) {
    this.#sql = sql;
    this.#notifier = notifier;
    this.#validation = validation;
  }

  async write(db: number, documents: readonly IncomingDocument[], options: WriteOptions): Promise<WriteOutcome[]> {
    return this.#queue.run(db, () => this.#writeNow(db, documents, options));
  }

  /** Removes revisions and their history for good; the ones that were leaves, by document. */
  purge(db: number, wanted: readonly (readonly [string, readonly string[]])[]): Promise<[string, string[]][]> {
    return this.#queue.run(db, () => {
      const sql = this.#sql;
      // What is purged shall not stay readable in the free parts of the file either.
      sql.get('PRAGMA secure_delete = ON');
      const purged = sql.transaction(() => {
        const database = this.#reload(db);
        const done = wanted.map(([id, revs]): [string, string[]] => [id, purgeRevisions(sql, database, id, revs)]);
        this.#saveCounters(database);
        return done;
      });
      sql.get('PRAGMA secure_delete = OFF');
      if (wanted.some(([id]) => id.startsWith('_design/'))) this.#validation.forget(db);
      return Promise.resolve(purged);
    });
  }

  async #writeNow(db: number, documents: readonly IncomingDocument[], options: WriteOptions): Promise<WriteOutcome[]> {
    const planned = this.#plan(this.#reload(db), documents, options);
    const plans = planned.filter((item): item is PlannedWrite => !(item instanceof CouchError));
    const refusals = await this.#validation.check(this.#reload(db), plans, options.user);
    const accepted = plans.filter((plan) => !refusals.has(plan));
    if (accepted.length > 0) this.#commit(db, accepted);
    return planned.map((item, index): WriteOutcome => {
      const id = documents[index]?.id ?? '';
      if (item instanceof CouchError) return { ok: false, id, rev: documents[index]?.history[0], refusal: item };
      const refusal = refusals.get(item);
      if (refusal !== undefined) return { ok: false, id, rev: item.rev, refusal };
      return { ok: true, id, rev: item.rev };
    });
  }

  #plan(
    database: DatabaseRow,
    documents: readonly IncomingDocument[],
    options: WriteOptions,
  ): (PlannedWrite | CouchError)[] {
    const mayWriteDesign = isDatabaseAdmin(options.user, database);
    const edited = new Set<string>();
    return documents.map((incoming) => {
      if (incoming.id.startsWith('_design/') && !mayWriteDesign) {
        return forbidden('You are not a db or server admin.');
      }
      try {
        if (options.isReplicated) return planReplicated(this.#sql, database.db, incoming);
        if (edited.has(incoming.id)) return new CouchError(409, 'conflict', 'Document update conflict.');
        const plan = planEdit(this.#sql, database.db, incoming);
        edited.add(incoming.id);
        return plan;
      } catch (error) {
        if (error instanceof CouchError) return error;
        throw error;
      }
    });
  }

  #commit(db: number, plans: readonly PlannedWrite[]): void {
    const sql = this.#sql;
    const hasChanged = sql.transaction(() => {
      const database = this.#reload(db);
      const counters: DatabaseCounters = {
        updateSeq: database.update_seq,
        docCount: database.doc_count,
        deletedCount: database.doc_del_count,
        bytes: database.bytes,
      };
      for (const plan of plans) commitWrite(sql, database, counters, plan);
      if (counters.updateSeq === database.update_seq) return false;
      this.#saveCounters({
        db,
        update_seq: counters.updateSeq,
        doc_count: counters.docCount,
        doc_del_count: counters.deletedCount,
        bytes: counters.bytes,
      });
      recordDatabaseEvent(sql, database.name, 'updated');
      return true;
    });
    if (plans.some((plan) => plan.incoming.id.startsWith('_design/'))) this.#validation.forget(db);
    if (hasChanged) this.#notifier.notify(db);
  }

  #saveCounters(database: Pick<DatabaseRow, 'db' | 'update_seq' | 'doc_count' | 'doc_del_count' | 'bytes'>): void {
    this.#sql.run(
      'UPDATE database SET update_seq = ?, doc_count = ?, doc_del_count = ?, bytes = ? WHERE db = ?',
      database.update_seq,
      database.doc_count,
      database.doc_del_count,
      database.bytes,
      database.db,
    );
  }

  #reload(db: number): DatabaseRow {
    const database = reloadDatabase(this.#sql, db);
    if (database === undefined) throw notFound('Database does not exist.');
    return database;
  }
}
