import { expect, it } from 'vitest';
import { checkTransition } from '../records/check-transition.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { decideConflict } from './decide-conflict.ts';

it('a record of a fixed name that two devices made at once was made by who came first', () => {
  const fields = { date: '2026-03-02', amountCents: 100 };
  const server = { ...sampleEntry(sampleContext('ada.fall', 'one'), fields), rev: '1-a' };
  const here = { ...sampleEntry(sampleContext('ada.fall', 'two'), fields), id: server.id };
  const createdBy = { user: 'ada.fall', device: 'D2' };
  const mine = { ...here, createdAt: '2026-03-03T09:00:00.000Z', createdBy, body: { ...here.body, note: 'ici' } };
  const { record } = decideConflict({ mine, server, base: undefined }, 'EDIT');
  expect(record).toMatchObject({ createdAt: server.createdAt, createdBy: server.createdBy, rev: '1-a' });
  // What the server would say to it.
  expect(checkTransition(server, record).ok).toBe(true);
});
