import { describe, expect, it } from 'vitest';
import type { CouchHttp } from './couch-http.ts';
import { findMovedOn } from './find-moved-on.ts';
import type { ReplicatedRecord } from './wire-record.ts';
import { toWire } from './wire-record.ts';

const by = { user: 'awa', device: 'D' };
const at = '2026-03-01T08:30:00.000Z';

function record(id: string, rev: string, ...edits: string[]): ReplicatedRecord {
  return {
    id,
    type: 'customer',
    schemaVersion: 1,
    activityId: 'A1',
    date: '2026-03-01',
    status: 'active',
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    edits,
    rev,
    body: {},
    _deleted: false,
  };
}

/** A server that answers `_all_docs` as CouchDB does and notes what it was asked. */
function serverWith(records: readonly ReplicatedRecord[]): { readonly http: CouchHttp; readonly calls: string[] } {
  const calls: string[] = [];
  const http: CouchHttp = {
    call(path, body) {
      const { keys } = body as { keys: string[] };
      calls.push(`${path} ${keys.join(' ')}`);
      const rows = keys.map((key) => {
        const found = records.find(({ id }) => id === key);
        if (found === undefined) return { key, error: 'not_found' };
        const row = { id: key, key, value: { rev: found.rev } };
        return path.includes('include_docs') ? { ...row, doc: toWire(found, undefined) } : row;
      });
      return Promise.resolve({ rows });
    },
    abortAll: () => undefined,
  };
  return { http, calls };
}

describe('findMovedOn', () => {
  it('brings what the server has in a later version, and fetches nothing else', async () => {
    const { http, calls } = serverWith([record('a', '1-x', 'E1'), record('b', '4-y', 'E9', 'E1')]);
    const found = await findMovedOn(http, [
      record('a', '1-x', 'E1'),
      record('b', '2-x', 'E1'),
      record('c', '1-x', 'E1'),
    ]);
    expect(found.map(({ id, rev, edits }) => [id, rev, edits])).toEqual([['b', '4-y', ['E9', 'E1']]]);
    expect(calls).toEqual(['_all_docs a b c', '_all_docs?include_docs=true b']);
  });

  it('leaves alone what descends from the version of the server', async () => {
    const { http } = serverWith([record('a', '3-z', 'E1')]);
    expect(await findMovedOn(http, [record('a', '2-x', 'E2', 'E1')])).toEqual([]);
  });

  it('asks nothing for nothing', async () => {
    const { http, calls } = serverWith([]);
    expect(await findMovedOn(http, [])).toEqual([]);
    expect(calls).toEqual([]);
  });
});
