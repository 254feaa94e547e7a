import 'fake-indexeddb/auto';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { fillDisk } from './testing/fill-disk.test-support.ts';
import { openFreshStore } from './testing/fresh-store.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

it('a fact that a full disk refused is written as soon as there is room, whether it is new or not', async () => {
  const store = await openFreshStore();
  onTestFinished(() => store.close());
  const { facts } = store.parts;
  const fact = { kind: 'tried', at: '2026-03-10T09:00:00.000Z', body: {} };
  await facts.put({ ...fact, id: 'tried:known' });

  fillDisk();
  for (const id of ['tried:known', 'tried:new']) await expect(facts.put({ ...fact, id })).rejects.toThrow();
  vi.restoreAllMocks();

  const later = { ...fact, at: '2026-03-11T09:00:00.000Z' };
  for (const id of ['tried:known', 'tried:new']) await facts.put({ ...later, id });
  const found = await facts.list('tried');
  expect(found.map(({ id, at }) => [id, at])).toEqual([
    ['tried:known', later.at],
    ['tried:new', later.at],
  ]);
});

it('of facts put at once under one id the last stays', async () => {
  const store = await openFreshStore();
  onTestFinished(() => store.close());
  const { facts } = store.parts;
  const days = ['2026-03-11', '2026-03-10', '2026-03-12'];
  for (const id of ['raced:one', 'raced:one', 'raced:two']) {
    await Promise.all(days.map((at) => facts.put({ id, kind: 'raced', at, body: {} })));
    expect((await facts.get(id))?.at).toBe('2026-03-12');
  }
});
