import { z } from './zod.ts';
import { count, sha256, shortText } from './fields.ts';
import type { RecordFacts } from './record-facts.ts';
import { SMALL_SIZE } from './record-facts.ts';

/** One imported bank file, so that the whole import can be undone and the same file recognised. */
export const bankImportBody = z.looseObject({
  fileName: shortText,
  fileSha256: sha256,
  format: z.enum(['ofx', 'csv']),
  account: shortText,
  importedCount: count,
  alreadyThereCount: count,
  leftOutCount: count,
});

/** Facts of the type `bankImport`. */
export const bankImportFacts = {
  body: bankImportBody,
  version: 1,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'imported',
  statuses: { imported: ['undone'], undone: ['imported'] },
  editable: [],
  reserved: [],
  takenBack: 'undone',
  month: { belongs: 'never' },
  counts: 'nothing',
  erasure: { stays: 'duty', duty: 'accounting', statuses: ['imported'] },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: SMALL_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
