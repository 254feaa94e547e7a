import { z } from './zod.ts';
import { sha256, shortText } from './fields.ts';

/** One imported bank file, so that the whole import can be undone and the same file recognised. */
export const bankImportBody = z.looseObject({
  fileName: shortText,
  fileSha256: sha256,
  format: z.enum(['ofx', 'csv']),
  account: shortText,
  importedCount: z.int().min(0),
  alreadyThereCount: z.int().min(0),
  leftOutCount: z.int().min(0),
});

/** Body of a `bankImport` record. */
export type BankImportBody = z.infer<typeof bankImportBody>;
