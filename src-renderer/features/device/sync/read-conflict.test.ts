import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { reviseRecord } from '../../../../shared/records/write-record.ts';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../../../shared/testing/sample-records.ts';
import { settleConflict } from '../../../data/commands/device/settle-conflict.ts';
import { buildConflictCopy } from '../../../data/conflicts/conflict-copy.ts';
import { keepConflictCopy } from '../../../data/conflicts/keep-conflict-copy.ts';
import type { BookStore } from '../../../data/book-store.ts';
import { readCooperative } from '../../../data/read-cooperative.ts';
import { until } from '../../../data/testing/fresh-store.ts';
import { openSupportStore } from '../../../data/testing/open-support-store.ts';
import { readConflict } from './read-conflict.ts';

let store: BookStore;
afterEach(() => store.close());

it('what two coordinators set at once is shown side by side, and the kept version can be taken', async () => {
  store = await openSupportStore(() => '2026-03-26T10:00:00.000Z', {});
  const current = readCooperative(store)?.records.cooperativeIdentity;
  if (current === undefined) throw new Error('the cooperative has a name');
  const lost = reviseRecord(store.parts.context, current, { body: { ...current.body, paymentTermsDays: 61 } });
  await keepConflictCopy(store, buildConflictCopy(store.parts.context, lost, ['paymentTermsDays'], 'clash', current));
  await until(() => store.image('network').list('conflictCopy').length === 1);
  const [copy] = store.image('network').list('conflictCopy');
  if (copy === undefined) throw new Error('it was kept');
  const conflict = readConflict(store, copy);
  expect(conflict.current?.id).toBe('cooperativeIdentity:main');
  expect([conflict.kept?.body['paymentTermsDays'], conflict.fields]).toEqual([61, ['paymentTermsDays']]);
  expect(conflict.canTake).toBe(true);
  unwrap(await settleConflict(store, copy, 'take'));
  await until(() => readCooperative(store)?.body.paymentTermsDays === 61);
});

it('a version of what is not here, or cannot be read, is not taken', async () => {
  store = await openSupportStore(() => '2026-03-26T10:00:00.000Z', {});
  const entry = sampleEntry(sampleContext('awa', 'D2'), { date: '2026-03-02', amountCents: 1 });
  const copy = buildConflictCopy(store.parts.context, entry, ['label'], 'clash');
  const missing = readConflict(store, copy);
  expect([missing.current, missing.kept, missing.fields, missing.canTake]).toEqual([
    ...[undefined, entry],
    ...[['label'], false],
  ]);
  const unread = readConflict(store, { ...copy, body: { ...copy.body, copy: {} } });
  expect([unread.kept, unread.fields, unread.canTake]).toEqual([undefined, ['label'], false]);
});
