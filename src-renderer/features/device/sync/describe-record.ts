import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { RecordType } from '../../../../shared/records/registry.ts';
import { isRecordType } from '../../../../shared/records/registry.ts';
import { billingWords } from '../../billing/pieces/record-words.ts';
import { booksWords } from '../../books/pieces/record-words.ts';
import { cooperativeWords } from '../../cooperative/pieces/record-words.ts';
import { payWords } from '../../pay/pieces/record-words.ts';
import { readText } from '../pieces/read-body.ts';
import { deviceWords } from '../pieces/record-words.ts';
import type { RecordSummary, TypeWords } from '../pieces/type-words.ts';
import { NAMED } from '../pieces/type-words.ts';

/** Every type has words in the part of its capability: the compiler asks for those of a new one. */
const WORDS: Readonly<Record<RecordType, TypeWords>> = {
  ...billingWords,
  ...booksWords,
  ...cooperativeWords,
  ...deviceWords,
  ...payWords,
};

/** A type of a newer version: it most likely calls its name and its proof as the others do. */
const UNKNOWN: TypeWords = { ...NAMED, proof: Object.values(WORDS).flatMap(({ proof }) => proof) };

function wordsOf({ type }: AnyRecord): TypeWords {
  return isRecordType(type) ? WORDS[type] : UNKNOWN;
}

/** What a record is called, with its amount. */
export function describeRecord(record: AnyRecord): RecordSummary & { readonly currency: string } {
  return { currency: readText(record.body, 'currency') || 'EUR', ...wordsOf(record).describe(record, describeRecord) };
}

/** The screen where a member can see or mend a record; `undefined` when there is none. */
export function addressOf(record: AnyRecord): string | undefined {
  return wordsOf(record).address(record);
}

/** Members of a record that only the computation and its proof need. */
export function proofOf(record: AnyRecord): readonly string[] {
  return wordsOf(record).proof;
}
