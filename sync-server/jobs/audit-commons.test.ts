import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AuditEntry } from '../../shared/access/audit-entry.ts';
import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import { createSettings } from '../../shared/cooperative/create-settings.ts';
import { makeCooperative } from '../../shared/cooperative/rules.test-support.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { toDocument } from '../couch/stored-record.ts';
import { provisionServer } from '../rules/provision.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { writeAs } from '../testing/test-records.ts';
import { auditCommons } from './audit-commons.ts';

let server: TestCouch;
let accounts: Accounts;
let minutes = 0;
/** A minute later at each look. */
const clock = (): string => new Date(Date.UTC(2026, 3, 1, 8, (minutes += 1))).toISOString();

beforeAll(async () => {
  server = await startTestCouch();
  await provisionServer(server.couch);
  accounts = openAccounts(server.couch, clock);
});
afterAll(() => server.close());

const look = () => auditCommons(server.couch, accounts, clock);
const told = async (): Promise<readonly AuditEntry[]> => (await accounts.audit.page({})).entries;

const [identity] = createSettings(writeAs('nadia.roy'), '2026-01-01', makeCooperative()).filter(
  ({ type }) => type === 'cooperativeIdentity',
);
if (identity === undefined) throw new Error('a cooperative has a name');

/** Writes the record as the server does, whose writes no rule holds. */
async function write(change: object, edits = identity?.edits ?? []): Promise<void> {
  const commons = server.couch.database(COMMONS_DATABASE);
  const stored = await commons.get(identity?.id ?? '');
  const after = { ...identity, edits, body: { ...identity?.body, ...change } } as AnyRecord;
  await commons.put({ ...toDocument(after), ...(stored && { _rev: stored._rev }) });
}

it('notes a change once, when it was seen, beside the moment that the record names', async () => {
  await write({});
  await look();
  await look();
  const [entry, ...others] = await told();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ actor: 'nadia.roy', kind: 'settings', details: { written: identity.updatedAt } });
  expect(entry?.at.startsWith('2026-04-01T08:0')).toBe(true);
});

it('notes what changed under the same edit, and under one of before', async () => {
  await write({ paymentTermsDays: 77 });
  await look();
  expect((await told())[0]).toMatchObject({ details: { changed: 'paymentTermsDays' } });
  await write({ paymentTermsDays: 78 }, ['OTHER']);
  await look();
  await write({ paymentTermsDays: 79 });
  await look();
  expect(await told()).toHaveLength(4);
});

it('goes on after it was cut off, with the moment that it had begun to note', async () => {
  await write({ paymentTermsDays: 80 });
  const { audit } = accounts;
  const cut = { ...accounts, audit: { ...audit, noteOnce: () => Promise.reject(new Error('cut off')) } };
  await expect(auditCommons(server.couch, cut, clock)).rejects.toThrow('cut off');
  const seen = await accounts.store.read<{ noting: { at: string } }>(`audit-seen:${identity.id}`);
  const late: Accounts = {
    ...accounts,
    store: { ...accounts.store, replace: () => Promise.reject(new Error('cut off')) },
  };
  await expect(auditCommons(server.couch, late, clock)).rejects.toThrow('cut off');
  await look();
  const entries = await told();
  expect(entries).toHaveLength(5);
  expect(entries[0]).toMatchObject({ at: seen?.value.noting.at, details: { changed: 'paymentTermsDays' } });
});

it('what a version before had noted is not noted again', async () => {
  const stored = await accounts.store.read<{ editId: string; members: object }>(`audit-seen:${identity.id}`);
  if (stored === undefined) throw new Error('it was noted');
  const { editId, members } = stored.value;
  await accounts.store.replace(stored, { editId, members });
  await look();
  expect(await told()).toHaveLength(5);
  await write({ paymentTermsDays: 81 });
  await look();
  expect(await told()).toHaveLength(6);
});
