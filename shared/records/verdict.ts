import { z } from './zod.ts';
import { instant } from './envelope.ts';
import { reference, sha256, shortText } from './fields.ts';

/** The sync server's own recomputation of one record, written only by the server; shown to the member and the support team. */
export const verdictBody = z.looseObject({
  recordId: reference,
  /** Digest of the checked record, so that a later change is seen. */
  recordDigest: sha256,
  checkedAt: instant,
  ruleVersion: shortText,
  differences: z.array(z.looseObject({ path: shortText, expected: shortText, found: shortText })).max(40),
});

/** Body of a `verdict` record. */
export type VerdictBody = z.infer<typeof verdictBody>;
