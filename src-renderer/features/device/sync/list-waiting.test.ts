import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { listWaiting } from './list-waiting.ts';

const by = { user: 'awa', device: 'D' };

function record(id: string, type: string, updatedAt: string, isPending: boolean): AnyRecord {
  const base = {
    schemaVersion: 1,
    activityId: 'A1',
    date: '2026-03-01',
    status: 'active',
    createdAt: '',
    createdBy: by,
  };
  return { ...base, id, type, updatedAt, updatedBy: by, edits: [`E${id}`], rev: '', body: {}, isPending };
}

describe('listWaiting', () => {
  it('lists what is pending, newest first, counted by type', () => {
    const waiting = listWaiting(
      [
        record('1', 'customer', '1', true),
        record('2', 'expense', '3', true),
        record('3', 'expense', '2', true),
        record('4', 'expense', '9', false),
      ],
      new Map(),
    );
    expect(waiting.shown.map(({ id }) => id)).toEqual(['2', '3', '1']);
    expect([...waiting.countByType]).toEqual([
      ['customer', 1],
      ['expense', 2],
    ]);
  });

  it('leaves out what was refused, until somebody touches it', () => {
    const records = [record('1', 'customer', '1', true)];
    expect(listWaiting(records, new Map([['1', 'E1']])).shown).toEqual([]);
    expect(listWaiting(records, new Map([['1', 'earlier']])).shown).toHaveLength(1);
  });

  it('shows a hundred and counts the rest', () => {
    const records = Array.from({ length: 250 }, (_, index) =>
      record(String(index), 'ledgerEntry', String(index), true),
    );
    const waiting = listWaiting(records, new Map());
    expect([waiting.shown.length, waiting.hiddenCount]).toEqual([100, 150]);
  });
});
