import type { Couch } from '../couch/connect.ts';

/** A database without rules: attachments (one on two branches), a deletion, local documents, a short history limit. */
export async function fillAnnex(couch: Couch, name: string): Promise<void> {
  const annex = couch.database(name);
  const security = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: ['support-team'] } };
  await couch.request({ db: name, method: 'PUT', query: { q: 1 } });
  await couch.request({ db: name, path: '_security', method: 'PUT', body: security });
  await couch.request({ db: name, path: '_revs_limit', method: 'PUT', body: 50 });
  const ticket = { content_type: 'image/png', data: Buffer.alloc(300_000, 'Æ\u0000\n').toString('base64') };
  const other = { content_type: 'image/png', data: 'AAAA' };
  await annex.writeAll(
    [
      { _id: 'receipt', ...history(2, 'a2', 'a1'), _attachments: { 'ticket é.png': ticket } },
      { _id: 'receipt', ...history(2, 'b2', 'a1'), _attachments: { 'ticket é.png': ticket, other } },
      { _id: 'receipt', ...history(3, 'c3', 'c2', 'a1'), _deleted: true },
      { _id: 'gone', ...history(4, 'd4', 'd3', 'd2', 'd1'), _deleted: true, why: 'kept in the tombstone' },
    ],
    false,
  );
  await annex.put({ _id: '_local/Kx+/=.', last_seq: 7, history: [] });
  await annex.put({ _id: '_local/note', text: 'no position' });
}

/** Hexadecimal hashes of full length, as every server takes them. */
function history(start: number, ...names: string[]): { readonly _rev: string; readonly _revisions: object } {
  const ids = names.map((name) => name.repeat(16));
  return { _rev: `${String(start)}-${ids[0] ?? ''}`, _revisions: { start, ids } };
}
