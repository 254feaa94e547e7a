import { createHash } from 'node:crypto';
import type { UserContext } from '../auth/user-context.ts';
import { CouchError, forbidden, unauthorized } from '../couch-error.ts';
import { isJsonObject, parseStoredObject } from '../json.ts';
import type { DatabaseRow } from '../store/databases.ts';
import { renderDocument, toRevisions } from '../store/documents.ts';
import type { PlannedWrite } from '../store/plan-write.ts';
import { generationOf, hashOf } from '../store/revision-tree.ts';
import type { Sql } from '../store/sql.ts';
import type { SandboxClient } from './sandbox-client.ts';
import type { SandboxVerdict, ValidationCall } from './sandbox-protocol.ts';

interface Validator {
  /** By content: thousands of books with the same design document share one warm sandbox. */
  key: string;
  /** The whole design document: `require` may name any of its members. */
  designText: string;
}

/** Runs the `validate_doc_update` functions of a database's design documents over planned writes. */
export class DocumentValidation {
  readonly #sql: Sql;
  readonly #sandbox: SandboxClient;
  readonly #sliceChars: number;
  readonly #validators = new Map<number, Validator[]>();
  /** Each text once, however many databases hold it. */
  readonly #texts = new Map<string, Validator>();

  /** `sliceChars`: how much text of documents is judged in one go before another database's is. */
  constructor(sql: Sql, sandbox: SandboxClient, sliceChars: number) {
    this.#sql = sql;
    this.#sandbox = sandbox;
    this.#sliceChars = sliceChars;
  }

  /** A design document of this database changed: read them again at the next write. */
  forget(db: number): void {
    this.#validators.delete(db);
  }

  async check(
    database: DatabaseRow,
    plans: readonly PlannedWrite[],
    user: UserContext,
  ): Promise<Map<PlannedWrite, CouchError>> {
    const refusals = new Map<PlannedWrite, CouchError>();
    // Design documents are guarded by rights, not by validation functions, as in CouchDB.
    let open = plans.filter((plan) => !plan.isKnown && !plan.incoming.id.startsWith('_design/'));
    for (const validator of open.length === 0 ? [] : this.#listValidators(database.db)) {
      const calls = open.map((plan) => toCall(plan));
      const userText = JSON.stringify({ db: database.name, name: user.name, roles: user.roles });
      const verdicts: SandboxVerdict[] = [];
      // A database has one slice waiting at most, so slices of different ones take turns.
      for (const slice of cutSlices(calls, this.#sliceChars)) {
        const batch = { userText, securityText: database.security, calls: slice };
        verdicts.push(...(await this.#sandbox.validate(validator.key, validator.designText, batch)));
      }
      open.forEach((plan, index) => {
        const refusal = toRefusal(verdicts[index]);
        if (refusal !== undefined) refusals.set(plan, refusal);
      });
      open = open.filter((plan) => !refusals.has(plan));
      if (open.length === 0) break;
    }
    return refusals;
  }

  #listValidators(db: number): Validator[] {
    const known = this.#validators.get(db);
    if (known !== undefined) return known;
    const rows = this.#sql.all<{ body: string }>(
      `SELECT revision.body AS body FROM document
       JOIN revision ON revision.doc = document.doc AND revision.rev = document.winner
       WHERE document.db = ? AND document.id >= '_design/' AND document.id < '_design0' AND document.deleted = 0`,
      db,
    );
    const validators = rows
      .filter((row) => typeof parseStoredObject(row.body)['validate_doc_update'] === 'string')
      .map((row) => this.#share({ key: createHash('sha256').update(row.body).digest('hex'), designText: row.body }));
    this.#validators.set(db, validators);
    return validators;
  }

  #share(validator: Validator): Validator {
    const known = this.#texts.get(validator.key) ?? validator;
    this.#texts.set(validator.key, known);
    return known;
  }
}

/** Calls in their order, in slices of so many characters; one that is longer is a slice by itself. */
function cutSlices(calls: readonly ValidationCall[], most: number): ValidationCall[][] {
  const slices: ValidationCall[][] = [];
  let left = 0;
  for (const call of calls) {
    const chars = call.newText.length + (call.oldText?.length ?? 0);
    const slice = slices.at(-1);
    if (slice === undefined || chars > left) {
      slices.push([call]);
      left = most - chars;
    } else {
      slice.push(call);
      left -= chars;
    }
  }
  return slices;
}

function toCall(plan: PlannedWrite): ValidationCall {
  const { incoming, previous } = plan;
  // As in CouchDB, what the client sent: an edit shows the revision it replaces, a replicated write its own.
  const [rev] = incoming.history;
  const stored = {
    id: incoming.id,
    rev: rev ?? '',
    isDeleted: incoming.isDeleted,
    bodyText: incoming.bodyText,
    attachments: plan.attachments,
  };
  const newText = renderDocument(stored, { _revisions: toRevisions(incoming.history) });
  return {
    newText: rev === undefined ? newText.replace(',"_rev":""', '') : newText,
    oldText:
      previous === undefined
        ? null
        : renderDocument(previous.revision, {
            _revisions: { start: generationOf(previous.revision.rev), ids: previous.ancestry.map(hashOf) },
          }),
  };
}

function toRefusal(verdict: SandboxVerdict | undefined): CouchError | undefined {
  if (verdict === undefined) return new CouchError(500, 'internal_server_error', 'No verdict.');
  if (verdict.kind === 'ok') return undefined;
  if (verdict.kind === 'thrown') {
    const thrown: unknown = JSON.parse(verdict.thrownText);
    if (isJsonObject(thrown)) {
      if ('forbidden' in thrown) return forbidden(toReason(thrown['forbidden']));
      if ('unauthorized' in thrown) return unauthorized(toReason(thrown['unauthorized']));
    }
    return new CouchError(500, 'unknown_error', 'The validation function failed.');
  }
  return verdictError(verdict.kind);
}

function toReason(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function verdictError(kind: 'failed' | 'compilation'): CouchError {
  if (kind === 'compilation') {
    return new CouchError(500, 'compilation_error', 'The validation function does not compile.');
  }
  return new CouchError(500, 'unknown_error', 'The validation function failed.');
}
