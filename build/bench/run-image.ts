// What one change costs the screens that read the 200,000 records in memory.
import { Subject } from 'rxjs';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { RecordType } from '../../shared/records/registry.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry, sampleInvoice } from '../../shared/testing/sample-records.ts';
import { RecordImage } from '../../src-renderer/data/record-image.ts';
import type { RecordCollection } from '../../src-renderer/data/storage-access.ts';
import { indexVerdicts } from '../../src-renderer/data/verdicts.ts';
import type { Measure } from './print-measures.ts';
import { printMeasures } from './print-measures.ts';

const ENTRIES = 120_000;
const INVOICES = 40_000;
const ROWS = 300;
const TURNS = 9;
/** What a screen of a book reads besides its entries. */
const OTHER_TYPES: readonly RecordType[] = ['activitySettings', 'customer', 'invoice', 'salaryStatement', 'verdict'];

const context = sampleContext();
const dateOf = (index: number): string =>
  `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;

function makeVerdict(recordId: string, date: string): AnyRecord {
  const judged = { recordDigest: '0'.repeat(64), checkedAt: '2026-03-26T08:00:00.000Z', ruleVersion: 'invoice-1' };
  const body = { recordId, ...judged, differences: [] };
  return createRecord(context, { type: 'verdict', activityId: 'A', date, status: 'verified', body });
}

const entries = Array.from({ length: ENTRIES }, (_, at) => sampleEntry(context, { date: dateOf(at), amountCents: at }));
const invoices = Array.from({ length: INVOICES }, (_, at) =>
  sampleInvoice(context, { date: dateOf(at), netCents: 100, vatCents: 20 }),
);
const verdicts = invoices.map(({ id, date }) => makeVerdict(id, date));

/** The store's change stream, without a store. */
const changes = new Subject<object>();
const image = new RecordImage({ eventBulks$: changes } as unknown as RecordCollection);
function arrive(records: readonly AnyRecord[]): void {
  const events = records.map((record) => ({ documentId: record.id, operation: 'UPDATE', documentData: record }));
  changes.next({ events });
}
arrive([...entries, ...invoices, ...verdicts]);

/** Middle of several turns, in milliseconds. */
function timeEach(prepare: (turn: number) => void, work: () => unknown): number {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    prepare(turn);
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(TURNS / 2)] ?? 0;
}

function changeEntry(turn: number): void {
  const entry = entries[turn * 1_000];
  if (entry !== undefined) arrive([reviseRecord(context, entry, {})]);
}

function changeVerdict(turn: number): void {
  const verdict = verdicts[turn * 1_000];
  if (verdict !== undefined) arrive([reviseRecord(context, verdict, {})]);
}

function findVerdicts(): number {
  let found = 0;
  for (const { id } of invoices.slice(0, ROWS)) {
    if (indexVerdicts(image.list('verdict')).has(id)) found += 1;
  }
  return found;
}

function readOthers(): void {
  for (const type of OTHER_TYPES) image.list(type);
}

readOthers();
image.list('ledgerEntry');
const measures: Measure[] = [
  { name: 'one entry changed: the lists of five other types', value: timeEach(changeEntry, readOthers), unit: 'ms' },
  {
    name: 'one entry changed: the list of 120,000 entries',
    value: timeEach(changeEntry, () => image.list('ledgerEntry')),
    unit: 'ms',
  },
  { name: 'one entry changed: verdicts of 300 rows', value: timeEach(changeEntry, findVerdicts), unit: 'ms' },
  { name: 'one verdict changed: verdicts of 300 rows', value: timeEach(changeVerdict, findVerdicts), unit: 'ms' },
];
printMeasures(measures);
