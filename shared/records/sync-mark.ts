import { z } from './zod.ts';
import { instant, plainDate } from './envelope.ts';
import { shortText } from './fields.ts';
import type { RecordFacts } from './record-facts.ts';
import { ANY_SIZE } from './record-facts.ts';

/** When the server last heard from an activity's devices; written only by the server, into `network`. */
export const syncMarkBody = z.looseObject({
  account: shortText,
  lastSeenAt: instant,
  day: plainDate,
});

/** Facts of the type `syncMark`. */
export const syncMarkFacts = {
  body: syncMarkBody,
  version: 1,
  database: 'network',
  writers: ['server'],
  first: 'active',
  statuses: { active: [] },
  editable: ['active'],
  reserved: [],
  takenBack: 'none',
  month: { belongs: 'never' },
  counts: 'nothing',
  erasure: { stays: 'always' },
  judged: [],
  handedOut: [],
  isPay: false,
  read: 'early',
  mostChars: ANY_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
