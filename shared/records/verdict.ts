import { z } from './zod.ts';
import { instant, plainDate } from './envelope.ts';
import { cents, reference, sha256, shortText } from './fields.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

/** The sync server's own recomputation of one record, written only by the server; shown to the member and the support team. */
export const verdictBody = z.looseObject({
  recordId: reference,
  /** Digest of the record when it was first judged, so that a later change is seen; zeros while it may still change. */
  recordDigest: sha256,
  checkedAt: instant,
  ruleVersion: shortText,
  differences: z.array(z.looseObject({ path: shortText, expected: shortText, found: shortText })).max(40),
  /**
   * Of a pay: the account as the server finds it in the book on the day of the request, without this pay, in minor units
   * of the activity's currency. Kept up to date while the pay waits, then left as it was.
   */
  figures: z
    .looseObject({ asOf: plainDate, balanceCents: cents, availableCents: cents, residueCents: cents })
    .optional(),
});

/** Body of a `verdict` record. */
export type VerdictBody = z.infer<typeof verdictBody>;

/** Facts of the type `verdict`. */
export const verdictFacts = {
  body: verdictBody,
  version: 1,
  database: 'book',
  writers: ['server'],
  first: 'verified',
  statuses: { verified: ['mismatch'], mismatch: ['verified'] },
  editable: ['verified', 'mismatch'],
  reserved: [],
  takenBack: 'none',
  month: { belongs: 'never' },
  counts: 'nothing',
  erasure: { stays: 'withEvidence' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
