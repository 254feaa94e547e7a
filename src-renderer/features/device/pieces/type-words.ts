import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordType } from '../../../../shared/records/registry.ts';
import { readText } from './read-body.ts';

/** What a record is called, in parts the screen puts into words. */
export interface RecordSummary {
  readonly title:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'draftInvoice'; readonly text: string }
    | { readonly kind: 'weekOf'; readonly date: string }
    | { readonly kind: 'payOf'; readonly month: string };
  /** In minor units of the currency; left out where the record is about no amount. */
  readonly amountCents?: number | undefined;
  /** Left out when it is the `currency` of the body, or euros. */
  readonly currency?: string;
}

/** How records of a type are spoken of where all types are listed: exchanges, refusals, conflicts. */
export interface TypeWords {
  /** Reads a record of any version: a member that is not there is left out. `describe` names a record that is inside. */
  readonly describe: (record: AnyRecord, describe: (inner: AnyRecord) => RecordSummary) => RecordSummary;
  /** The screen where a member can see or mend a record, with its fields open where the screen lists many; `undefined` when there is none. */
  readonly address: (record: AnyRecord) => string | undefined;
  /** Members that only the computation and its proof need: no person compares them. */
  readonly proof: readonly string[];
}

/** What one capability says of its types; all parts together cover every type (`describe-record.ts`). */
export type WordsPart = Partial<Record<RecordType, TypeWords>>;

/** The title is a text the record holds. */
export function titled(text: string): Pick<RecordSummary, 'title'> {
  return { title: { kind: 'text', text } };
}

/** For types whose records have a name and no screen of their own. */
export const NAMED: TypeWords = {
  describe: ({ body }) => titled(readText(body, 'name')),
  address: () => undefined,
  proof: [],
};
