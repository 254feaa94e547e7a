import { z } from './zod.ts';
import { count, sha256, shortText } from './fields.ts';

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

/** Body of a `bankImport` record. */
export type BankImportBody = z.infer<typeof bankImportBody>;
