import { z } from './zod.ts';
import { instant } from './envelope.ts';
import { reference, shortText } from './fields.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

/** The losing side of a conflict, kept whole until a person settles it. */
export const conflictCopyBody = z.looseObject({
  recordId: reference,
  fields: z.array(shortText).max(200),
  reason: shortText,
  /** The record as it stood on the device that lost; its size is bounded with the whole (`record-bounds.ts`). */
  copy: z.record(z.string(), z.unknown()),
  /** Who had written the version that stayed in place; a merge carries the name of the device that merged. */
  inPlace: z.looseObject({ user: shortText, device: shortText, at: instant }).optional(),
});

/** Facts of the type `conflictCopy`. */
export const conflictCopyFacts = {
  body: conflictCopyBody,
  version: 1,
  database: 'book',
  writers: ['member', 'supportTeam'],
  first: 'open',
  statuses: { open: ['settled'], settled: ['open'] },
  editable: [],
  reserved: [],
  takenBack: 'none',
  month: { belongs: 'never' },
  counts: 'nothing',
  erasure: { stays: 'never' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
