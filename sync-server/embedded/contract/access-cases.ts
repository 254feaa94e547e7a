import { beforeAll, describe, expect, it } from 'vitest';
import type { CouchClient } from '../testing/couch-client.ts';
import { createDatabase, freshName, noteMade, pick, pickList, type ContractContext } from './contract-context.ts';

const VALIDATE = `function (newDoc, oldDoc, userCtx, secObj) {
  var rules = require('lib/rules');
  if (!userCtx.name) throw { unauthorized: 'who are you?' };
  if (rules.isFrozen(oldDoc)) throw { forbidden: 'frozen' };
  if (newDoc.by && newDoc.by !== userCtx.name) throw { forbidden: 'not ' + userCtx.name };
}`;

export function describeAccess(getContext: () => ContractContext): void {
  describe('access', () => {
    let db = '';
    let member: CouchClient;
    let stranger: CouchClient;
    let memberName = '';
    beforeAll(async () => {
      const { admin } = getContext();
      memberName = freshName('member');
      const strangerName = freshName('stranger');
      for (const name of [memberName, strangerName]) {
        const user = { name, type: 'user', roles: [], password: `pw-${name}` };
        expect((await admin.put(`/_users/org.couchdb.user:${name}`, user)).status).toBe(201);
        noteMade(getContext(), `/_users/org.couchdb.user:${name}`);
      }
      member = admin.asPerson(memberName, `pw-${memberName}`);
      stranger = admin.asPerson(strangerName, `pw-${strangerName}`);
      db = await createDatabase(getContext());
      const security = { admins: { names: [], roles: ['_admin'] }, members: { names: [memberName], roles: [] } };
      expect((await admin.put(`${db}/_security`, security)).status).toBe(200);
      const design = {
        validate_doc_update: VALIDATE,
        lib: { rules: 'exports.isFrozen = function (d) { return !!d && d.frozen === true; };' },
      };
      expect((await admin.put(`${db}/_design/rules`, design)).status).toBe(201);
    });

    it('a new database is for administrators', async () => {
      const fresh = await createDatabase(getContext());
      expect((await member.get(`${fresh}/_all_docs`)).status).toBe(403);
    });

    it('members read and write, others do not', async () => {
      expect((await member.put(`${db}/m1`, {})).status).toBe(201);
      expect((await member.get(`${db}/m1`)).status).toBe(200);
      expect((await stranger.get(`${db}/m1`)).status).toBe(403);
      expect((await stranger.post(`${db}/_bulk_get`, { docs: [{ id: 'm1' }] })).status).toBe(403);
      expect((await stranger.post(`${db}/_find`, { selector: {} })).status).toBe(403);
      expect((await getContext().anonymous.get(`${db}/m1`)).status).toBe(401);
    });

    it('members cannot write design documents', async () => {
      expect((await member.put(`${db}/_design/mine`, {})).status).toBe(403);
      const bulk = await member.post(`${db}/_bulk_docs`, { docs: [{ _id: '_design/mine' }] });
      expect(pick(bulk.json, 0, 'error')).toBe('forbidden');
    });

    it('validation functions judge every row, with modules of their design document', async () => {
      const docs = [
        { _id: 'v1', by: memberName },
        { _id: 'v2', by: 'somebody' },
        { _id: 'v3', frozen: true },
      ];
      const answer = await member.post(`${db}/_bulk_docs`, { docs });
      const rows = pickList(answer.json).map(
        (row) => pick(row, 'ok') ?? `${String(pick(row, 'error'))}: ${String(pick(row, 'reason'))}`,
      );
      expect(rows).toEqual([true, `forbidden: not ${memberName}`, true]);
      const rev = pick((await member.get(`${db}/v3`)).json, '_rev');
      const changed = await member.put(`${db}/v3`, { _rev: rev, frozen: false });
      expect([changed.status, changed.json]).toEqual([403, { error: 'forbidden', reason: 'frozen' }]);
    });

    it('validation functions judge replicated writes and administrators too', async () => {
      const docs = [{ _id: 'r1', _rev: '1-a', _revisions: { start: 1, ids: ['a'] }, by: 'somebody' }];
      const answer = await getContext().admin.post(`${db}/_bulk_docs`, { new_edits: false, docs });
      expect(pick(answer.json, 0, 'error')).toBe('forbidden');
      expect((await member.get(`${db}/r1`)).status).toBe(404);
    });

    it('the accounts are listed for the administrator alone, and nobody reads one of them', async () => {
      for (const path of ['/_users/_all_docs', '/_users/_changes']) {
        const answer = await member.get(path);
        expect([answer.status, pick(answer.json, 'error')], path).toEqual([401, 'unauthorized']);
        expect((await getContext().admin.get(`${path}?limit=1`)).status).toBe(200);
      }
      // Depending on its own `_security`, CouchDB says who may not see it or that it is not there.
      expect([403, 404]).toContain((await member.get('/_users/org.couchdb.user:nobody')).status);
    });

    it('sessions are cookies', async () => {
      const { anonymous } = getContext();
      const signedIn = await anonymous.post('/_session', { name: memberName, password: `pw-${memberName}` });
      expect(signedIn.json).toMatchObject({ ok: true, name: memberName });
      const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      expect((await anonymous.get(`${db}/_all_docs`, { cookie })).status).toBe(200);
      expect((await anonymous.get('/_session', { cookie })).json).toMatchObject({ userCtx: { name: memberName } });
      const refused = await anonymous.post('/_session', { name: memberName, password: 'wrong' });
      expect(refused.status).toBe(401);
    });

    it('names of databases are checked', async () => {
      const { admin } = getContext();
      for (const name of ['Upper', '1digit', encodeURIComponent('../x'), '-dash']) {
        const answer = await admin.put(`/${name}`);
        expect([answer.status, pick(answer.json, 'error')]).toEqual([400, 'illegal_database_name']);
      }
      expect((await admin.put(db)).status).toBe(412);
      expect((await admin.get(`/${freshName('absent')}`)).status).toBe(404);
    });
  });
}
