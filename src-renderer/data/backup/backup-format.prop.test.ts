import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBackupReader, createBackupWriter } from './backup-format.ts';
import { LinePacker, readLines, UnreadableFileError } from './backup-lines.ts';

const account = {
  account: 'awa.diallo',
  displayName: 'Awa Diallo',
  role: 'member' as const,
  activityId: 'A1',
  databases: { book: 'book-a1', commons: 'commons' },
  device: { id: 'D1', prefix: 'AB1' },
  cooperative: 'C',
  isDemo: true,
};
const author = { user: 'awa.diallo', device: 'D1' };
const at = '2026-03-01T08:30:00.000Z';

function toRecord(body: Record<string, unknown>, index: number) {
  return {
    id: `customer:${String(index)}`,
    type: 'customer',
    schemaVersion: 1,
    activityId: 'A1',
    date: '2026-03-01',
    status: 'active',
    createdAt: at,
    createdBy: author,
    updatedAt: at,
    updatedBy: author,
    edits: ['E'],
    rev: '',
    body,
  };
}

const bodies = fc.array(
  fc.dictionary(fc.string({ maxLength: 8, unit: 'grapheme' }), fc.jsonValue({ maxDepth: 2 }), {
    noNullPrototype: true,
  }),
  { maxLength: 8 },
);

describe('backup file', () => {
  it('comes back record by record through compression', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (values) => {
        const records = values.map((body, index) => toRecord(JSON.parse(JSON.stringify(body)) as typeof body, index));
        expect(await read(await pack(records))).toEqual(records);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same records or none after one byte changed', async () => {
    const records = [toRecord({ name: 'Mairie', amountCents: 12_345 }, 1), toRecord({ name: 'Ferme' }, 2)];
    const bytes = new Uint8Array(await (await pack(records)).arrayBuffer());
    let refusedCount = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      const broken = bytes.slice();
      broken[index] = (broken[index] ?? 0) ^ (1 << (index % 8));
      const found = await read(new Blob([broken]));
      // A few bits of a gzip file carry nothing: its date, its system, what fills up the last byte.
      if (found === undefined) refusedCount += 1;
      else expect(found).toEqual(records);
    }
    expect(refusedCount).toBeGreaterThan(bytes.length - 15);
  });
});

async function pack(records: readonly ReturnType<typeof toRecord>[]): Promise<Blob> {
  const packer = new LinePacker();
  const writer = createBackupWriter();
  await packer.add(writer.header({ account, createdAt: at, appSchema: 1 }));
  for (const record of records) await packer.add(writer.row({ database: 'book', record }));
  await packer.add(writer.end());
  return packer.finish();
}

/** The records of a whole backup; `undefined` when it is refused. */
async function read(file: Blob): Promise<unknown[] | undefined> {
  const reader = createBackupReader(1);
  const records: unknown[] = [];
  try {
    for await (const line of readLines(file)) {
      const found = reader.read(line);
      if (!found.ok) return undefined;
      if (found.value.kind === 'row') records.push(found.value.row.record);
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) return undefined;
    throw error;
  }
  return reader.isWhole() ? records : undefined;
}
