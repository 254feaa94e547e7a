import { describe, expect, it } from 'vitest';
import type { AccountInfo } from '../../../shared/access/account-info.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import { createBackupReader, createBackupWriter } from './backup-format.ts';

const account: AccountInfo = {
  account: 'awa.diallo',
  displayName: 'Awa Diallo',
  role: 'member',
  activityId: '01JACT',
  databases: { book: 'book-01jact', commons: 'commons' },
  device: { id: 'D1', prefix: 'AB1' },
  cooperative: 'Les Sillons',
  isDemo: false,
};
const author = { user: 'awa.diallo', device: 'D1' };
const at = '2026-03-01T08:30:00.000Z';

function record(id: string, label = 'Vente'): AnyRecord {
  return {
    id: `ledgerEntry:${id}`,
    type: 'ledgerEntry',
    schemaVersion: 1,
    activityId: '01JACT',
    date: '2026-03-01',
    status: 'active',
    createdAt: at,
    createdBy: author,
    updatedAt: at,
    updatedBy: author,
    edits: [`E${id}`],
    rev: '',
    body: { label },
    isPending: true,
  };
}

function write(records: readonly AnyRecord[], appSchema = 1): string[] {
  const writer = createBackupWriter();
  return [
    writer.header({ account, createdAt: at, appSchema }),
    ...records.map((row) => writer.row({ database: 'book', record: row })),
    writer.end(),
  ].map((line) => line.slice(0, -1));
}

/** The first error, or how many records were read when the file is whole. */
function readAll(lines: readonly string[]): string | number {
  const reader = createBackupReader(1);
  let count = 0;
  for (const line of lines) {
    const read = reader.read(line);
    if (!read.ok) return read.error.code;
    if (read.value.kind === 'row') count += 1;
  }
  return reader.isWhole() ? count : 'cut off';
}

describe('backup format', () => {
  it('gives back what was written, the mark of what waits included', () => {
    const reader = createBackupReader(1);
    const lines = write([record('1', 'Été à Quimperlé 😀')]);
    expect(reader.read(lines[0] ?? '')).toEqual({
      ok: true,
      value: { kind: 'header', header: { account, createdAt: at, appSchema: 1 } },
    });
    const row = { database: 'book', record: record('1', 'Été à Quimperlé 😀') };
    expect(reader.read(lines[1] ?? '')).toEqual({ ok: true, value: { kind: 'row', row } });
    expect(reader.isWhole()).toBe(false);
    expect(reader.read(lines[2] ?? '')).toMatchObject({ ok: true, value: { kind: 'end', count: 1, seal: undefined } });
    expect(reader.isWhole()).toBe(true);
  });

  it('reads a backup without a record', () => {
    expect(readAll(write([]))).toBe(0);
  });

  it('sees a changed amount, a lost line, a line twice and two lines exchanged', () => {
    const lines = write([record('1'), record('2'), record('3')]);
    const [header = '', one = '', two = '', three = '', end = ''] = lines;
    expect(readAll([header, one.replace('Vente', 'Vante'), two, three, end])).toBe('backup.unreadable');
    expect(readAll([header, one, three, end])).toBe('backup.unreadable');
    expect(readAll([header, one, one, two, three, end])).toBe('backup.unreadable');
    expect(readAll([header, two, one, three, end])).toBe('backup.unreadable');
  });

  it('sees a file that was cut off and one that goes on after its end', () => {
    const lines = write([record('1'), record('2')]);
    expect(readAll(lines.slice(0, -1))).toBe('cut off');
    expect(readAll([...lines, lines[1] ?? ''])).toBe('backup.unreadable');
    expect(readAll([...lines, ''])).toBe('backup.unreadable');
    expect(readAll([])).toBe('cut off');
  });

  it('refuses other files', () => {
    for (const line of [
      '',
      'date;libellé;montant',
      '[]',
      'null',
      '{"format":"other","version":1}',
      '{"end":true,"count":0}',
    ]) {
      expect(readAll([line])).toBe('backup.unreadable');
    }
  });

  it('refuses a record that is none, or of a collection that is not kept', () => {
    const [header = ''] = write([]);
    expect(readAll([header, JSON.stringify({ database: 'device', record: record('1') })])).toBe('backup.unreadable');
    expect(readAll([header, JSON.stringify({ database: 'book', record: { id: 'x' } })])).toBe('backup.unreadable');
  });

  it('says when a newer Sillon wrote it', () => {
    expect(readAll(write([], 2))).toBe('store.newerSchema');
    const [header = ''] = write([]);
    expect(readAll([header.replace('"version":2', '"version":3')])).toBe('store.newerSchema');
  });
});
