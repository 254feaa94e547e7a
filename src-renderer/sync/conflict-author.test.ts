import { expect, it } from 'vitest';
import type { RecordOf } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import { browserTimers } from './browser-surroundings.ts';
import { createConflictHandler } from './resolve-conflict.ts';

it('a kept version names who wrote the one in place, though the device that merges puts its name on the record', async () => {
  const here = sampleContext('lea.morvan', 'here');
  const there = sampleContext('nadia.charpentier', 'there');
  const base = { ...sampleEntry(here, { date: '2026-03-02', amountCents: 100 }), rev: '1-a', _deleted: false };
  const edit = (context: typeof here, label: string) => ({
    ...reviseRecord(context, base, { body: { ...base.body, label } }),
    _deleted: false,
  });
  const server = { ...edit(there, 'theirs'), rev: '2-b' };
  const copies: RecordOf<'conflictCopy'>[] = [];
  const handler = createConflictHandler(here, (copy) => Promise.resolve(void copies.push(copy)), browserTimers);
  const conflict = { newDocumentState: edit(here, 'mine'), realMasterState: server, assumedMasterState: base };
  const decided = await handler.resolve(conflict, 'test');
  expect(decided).toMatchObject({ body: { label: 'theirs' }, updatedBy: { device: 'here' } });
  expect(copies[0]?.body.inPlace).toEqual({ user: 'nadia.charpentier', device: 'there', at: server.updatedAt });
});
