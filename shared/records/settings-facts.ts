import { LIVE } from './life-cycles.ts';
import { ANY_SIZE } from './record-facts.ts';

/** What is true of every subject of the cooperative's settings; each has one record in `commons`, of a fixed id. */
export const SETTINGS_FACTS = {
  version: 1,
  database: 'commons',
  writers: ['supportTeam'],
  first: 'active',
  statuses: LIVE,
  // What was taken back is put back and changed in one step.
  editable: ['active', 'voided'],
  reserved: [],
  takenBack: 'voided',
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
} as const;
