import { describe, expect, it } from 'vitest';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import type { RecordImage } from '../data/record-image.ts';
import { browserTimers } from './browser-surroundings.ts';
import { DatabasePull } from './database-pull.ts';
import { OvertakenRecords } from './overtaken-records.ts';
import { PassedOver } from './passed-over.ts';
import { PatientLine } from './patient-line.ts';
import { PushMemory } from './push-memory.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { toWire } from './wire-record.ts';

const LIMIT = 100;
const record: ReplicatedRecord = {
  ...sampleEntry(sampleContext(), { date: '2026-03-02', amountCents: 100 }),
  rev: '1-a',
  _deleted: false,
};

/** A pull from a server whose feed brings these revisions of the record, one a pull, and then nothing more. */
function pullFrom(revs: readonly string[], memory = new PushMemory()): () => Promise<string[]> {
  const left = [...revs];
  const call = (): Promise<unknown> => {
    const results = left.splice(0, 1).map((rev) => {
      return { id: record.id, changes: [{ rev }], doc: { ...toWire(record, undefined), _rev: rev } };
    });
    return Promise.resolve({ results, last_seq: '5-x', pending: 0 });
  };
  pull = new DatabasePull({
    http: { call, abortAll: () => undefined },
    memory,
    line: new PatientLine({ timers: browserTimers, random: Math.random }, () => undefined),
    // Nothing waits here.
    image: { all: () => [], get: () => undefined, isComplete: true } as unknown as RecordImage,
    overtaken: new OvertakenRecords(0),
    passed: new PassedOver(),
    isPushing: () => false,
    onPulled: () => undefined,
  });
  return async () => (await pull.handle(undefined, LIMIT)).documents.map(({ rev }) => rev);
}

let pull: DatabasePull;

/** What each of two pulls brings while the record is handed over besides. */
async function bring(look: () => Promise<string[]>): Promise<string[][]> {
  const brought: string[][] = [];
  await pull.bringBesides([record], async () => {
    brought.push(await look(), await look());
  });
  return brought;
}

describe('what a comparison fetched', () => {
  it('is handed over once', async () => {
    expect(await bring(pullFrom([]))).toEqual([['1-a'], []]);
  });

  it('never follows a newer version that the feed brought meanwhile', async () => {
    expect(await bring(pullFrom(['2-b']))).toEqual([['2-b'], []]);
  });

  it('never follows a version that our own push made meanwhile', async () => {
    const memory = new PushMemory();
    const look = pullFrom([], memory);
    memory.accepted(record, '2-b');
    memory.forgetEchoes();
    expect(await bring(look)).toEqual([[], []]);
  });
});
