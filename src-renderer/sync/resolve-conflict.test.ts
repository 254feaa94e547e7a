import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { EDITS_KEPT } from '../../shared/records/envelope.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../shared/testing/sample-records.ts';
import { browserTimers } from './browser-surroundings.ts';
import { createConflictHandler } from './resolve-conflict.ts';

const here = sampleContext('lea.morvan', 'here');
const there = sampleContext('lea.morvan', 'there');
const base = { ...sampleEntry(here, { date: '2026-03-02', amountCents: 100 }), rev: '1-a', _deleted: false };
const edit = (context: typeof here, label: string, rev: string) => ({
  ...reviseRecord(context, base, { body: { ...base.body, label } }),
  rev,
  _deleted: false,
});
const clash = {
  newDocumentState: edit(here, 'mine', '1-a'),
  realMasterState: edit(there, 'theirs', '2-b'),
  assumedMasterState: base,
};

function handlerWith(keep: (copy: RecordOf<'conflictCopy'>) => Promise<void>) {
  return createConflictHandler(here, keep, browserTimers);
}

describe('the conflict handler', () => {
  it('lets no late pull set a record back that waits for its echo', () => {
    const { isEqual } = handlerWith(() => Promise.resolve());
    const step = 'downstream-check-if-equal-1';
    const sent = { ...edit(here, 'sent', '1-a'), isPending: true };
    expect(isEqual(base, sent, step), 'an older version').toBe(true);
    expect(isEqual({ ...sent, rev: '2-b', isPending: false }, sent, step), 'its echo').toBe(false);
    expect(isEqual(edit(there, 'theirs', '2-b'), sent, step), 'another version').toBe(false);
    expect(isEqual(base, { ...sent, isPending: false }, step), 'a restored server').toBe(false);
  });

  it('keeps the losing version before it decides, under the same id each time', async () => {
    const copies: RecordOf<'conflictCopy'>[] = [];
    const handler = handlerWith((copy) => Promise.resolve(void copies.push(copy)));
    for (let time = 0; time < 2; time += 1) {
      const decided = (await handler.resolve(clash, 'test')) as AnyRecord;
      expect(decided.body['label']).toBe('theirs');
    }
    expect(new Set(copies.map(({ id }) => id)).size).toBe(1);
    expect(copies[0]?.body.copy).toMatchObject({ body: { label: 'mine' } });
  });

  it('decides nothing while the disk refuses the copy, and never throws: an edit would stay unsent for ever (E11)', async () => {
    let refusals = 0;
    const handler = createConflictHandler(
      here,
      () => {
        refusals += 1;
        return refusals < 4 ? Promise.reject(new Error('store.full')) : Promise.resolve();
      },
      browserTimers,
      10,
    );
    let isDecided = false;
    const decision = handler.resolve(clash as never, 'test').then((decided) => {
      isDecided = true;
      return decided;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(isDecided).toBe(false);
    await expect(decision).resolves.toMatchObject({ rev: '2-b' });
    expect(refusals).toBe(4);
  });

  it('takes what nobody here wrote for late, when the server no longer tells all edits since', async () => {
    const copies: unknown[] = [];
    const handler = handlerWith((copy) => Promise.resolve(void copies.push(copy)));
    const edits = Array.from({ length: EDITS_KEPT }, (_value, index) => `later ${String(index)}`);
    const server = { ...edit(there, 'theirs', '13-b'), edits };
    const conflict = { newDocumentState: { ...base, isPending: false }, realMasterState: server };
    expect(await handler.resolve(conflict as never, 'test')).toEqual(server);
    expect(copies).toEqual([]);
    const written = { ...base, isPending: true };
    await handler.resolve({ ...conflict, newDocumentState: written }, 'test');
    expect(copies, 'what somebody wrote is kept').toHaveLength(1);
  });

  it('sees an own write that came back as equal (E9)', () => {
    const handler = handlerWith(() => Promise.resolve());
    expect(handler.isEqual(clash.realMasterState, { ...clash.realMasterState }, 'test')).toBe(true);
    expect(handler.isEqual(clash.realMasterState, clash.newDocumentState, 'test')).toBe(false);
  });
});
