import type { AnyRecord } from '../../shared/records/envelope.ts';

/** One attempted write and what the database must say to it. */
export interface ValidationCase {
  readonly name: string;
  readonly before?: AnyRecord;
  readonly after: AnyRecord;
  /** Members that are not part of a record. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly by: 'member' | 'stranger' | 'support' | 'server';
  /** Written with a history of its own: beside what is stored, as a first or as a fiftieth revision, or following it. */
  readonly replicated?: Replicated;
  /** Start of the refusal; nothing when the write is taken. */
  readonly refusal?: string;
}

/** How a write that carries its own history (`new_edits: false`) stands to the stored revision. */
export type Replicated = 'root' | 'lateRoot' | 'branch';

type Document = Readonly<Record<string, unknown>> & { readonly _id: string };

/** The document with the history that a replicated write carries. */
export function withHistory(document: Document, kind: Replicated, stored: string): Document {
  const start = { root: 1, lateRoot: 50, branch: 2 }[kind];
  const ids = kind === 'branch' ? ['abc', stored.slice(stored.indexOf('-') + 1)] : ['abc'];
  return { ...document, _rev: `${String(start)}-abc`, _revisions: { start, ids } };
}
