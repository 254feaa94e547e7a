import { describe, expect, it } from 'vitest';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import type { CouchHttp } from './couch-http.ts';
import { pullChanges } from './pull-changes.ts';
import { PushMemory } from './push-memory.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { toWire } from './wire-record.ts';

const record: ReplicatedRecord = {
  ...sampleEntry(sampleContext(), { date: '2026-03-02', amountCents: 100 }),
  _deleted: false,
};

/** A server that has one record in one revision, and says so to every question. */
function serverWith(rev: string): CouchHttp {
  const doc = { ...toWire(record, undefined), _rev: rev };
  const page = { results: [{ id: record.id, changes: [{ rev }], doc }], last_seq: '5-x', pending: 0 };
  return {
    call: (path) => Promise.resolve(path.startsWith('_all_docs') ? { rows: [{ doc }] } : page),
    abortAll: () => undefined,
  };
}

async function pulled(rev: string, isEchoDue: boolean): Promise<string[]> {
  const memory = new PushMemory();
  memory.accepted(record, '2-b');
  if (!isEchoDue) memory.forgetEchoes();
  const { documents } = await pullChanges(serverWith(rev), memory, '0', 100);
  return documents.map((document) => document.rev);
}

describe.each([
  ['right after a push', true],
  ['later', false],
])('a pull %s', (_when, isEchoDue) => {
  it('brings no revision older than the one our own push made', async () => {
    expect(await pulled('1-a', isEchoDue)).toEqual([]);
  });

  it('brings that revision and later ones', async () => {
    expect(await pulled('2-b', isEchoDue)).toEqual(['2-b']);
    expect(await pulled('3-c', isEchoDue)).toEqual(['3-c']);
  });
});
