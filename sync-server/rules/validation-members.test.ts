import { describe, expect, it } from 'vitest';
import { bookDatabase } from '../../shared/access/database-names.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import { makeOfNewerSchema, makeOfUnknownType } from '../../shared/testing/newer-records.ts';
import { sampleContext } from '../../shared/testing/sample-context.ts';
import { SAMPLE_ACTIVITY, sampleEntry } from '../../shared/testing/sample-records.ts';
import { toDocument } from '../couch/stored-record.ts';
import { hash } from '../data-folder/hash.ts';
import type { AttemptedWrite } from './validation.ts';
import { judgeWrite } from './validation.ts';

const context = sampleContext('ada.fall');
const entry = toDocument(sampleEntry(context, { date: '2026-03-02', amountCents: 1200, vatCents: 200 }));
const member = { name: 'ada.fall', roles: ['member'] };
const server = { name: 'keeper', roles: ['_admin'] };

const judge = (after: object, change: Partial<AttemptedWrite> = {}) =>
  judgeWrite(
    {
      kind: 'book',
      database: bookDatabase(SAMPLE_ACTIVITY),
      before: null,
      after: { ...after },
      writer: member,
      ...change,
    },
    hash,
    BUILT_IN_RULES,
  );
const refusedAt = (path: string) => ({ ok: false, error: { code: 'record.invalid', details: { path } } });

describe('a document that a book takes', () => {
  it('is a record of its activity, also where nobody tells which database it is', () => {
    expect(judge(entry)).toMatchObject({ ok: true });
    expect(judge(entry, { database: undefined })).toMatchObject({ ok: true });
    expect(judge(entry, { database: bookDatabase('01J0000000000000000000ACT2') })).toMatchObject(
      refusedAt('activityId'),
    );
  });

  it.each(['id', 'rev', '_attachments', 'isPending', '_deleted'])('has no %s', (name) => {
    expect(judge({ ...entry, [name]: name === '_deleted' ? true : 'x' })).toMatchObject(refusedAt(name));
  });

  it('is of a type of its database', () => {
    expect(judge(entry, { kind: 'commons' })).toMatchObject(refusedAt('type'));
  });

  it('may begin again where one was deleted: what is left of that is no record', () => {
    const deleted = { _id: entry._id, _rev: '2-a', _deleted: true };
    expect(judge({ ...entry, _rev: '2-a' }, { before: deleted })).toMatchObject({ ok: true });
  });
});

describe('what a later version of Sillon left', () => {
  const later = [makeOfUnknownType(context, SAMPLE_ACTIVITY), makeOfNewerSchema(context, SAMPLE_ACTIVITY)].map(
    toDocument,
  );

  it('is copied and restored by the server as it is, and by nobody else', () => {
    for (const document of later) {
      const value = judge(document, { writer: server });
      expect(value).toMatchObject({ ok: true, value: { id: document._id } });
      expect(judge(document).ok).toBe(false);
    }
  });

  it('is nothing that is wrong otherwise, whoever brings it', () => {
    expect(judge({ ...entry, status: 'gone' }, { writer: server })).toMatchObject(refusedAt('status'));
  });
});
