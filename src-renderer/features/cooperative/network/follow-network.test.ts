import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { isUnderstood } from '../../../../shared/records/understood.ts';
import { makeOfUnknownType } from '../../../../shared/testing/newer-records.ts';
import { sampleContext } from '../../../../shared/testing/sample-context.ts';
import { sampleEntry } from '../../../../shared/testing/sample-records.ts';
import type { NetworkSources, NetworkState } from './follow-network.ts';
import { followNetwork } from './follow-network.ts';

const context = sampleContext();
const entryOf = (activityId: string): AnyRecord => ({
  ...sampleEntry(context, { date: '2026-03-01', amountCents: 100 }),
  activityId,
});

/** The part of a record image that is followed, with records put in by hand. */
function createImage(records: AnyRecord[]) {
  const listeners = new Set<() => void>();
  return {
    isComplete: true,
    get notUnderstood() {
      return records.filter((record) => !isUnderstood(record));
    },
    all: () => records,
    list: () => [],
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (...added: AnyRecord[]) => {
      records.push(...added);
      for (const listener of [...listeners]) listener();
    },
    listenerCount: () => listeners.size,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function follow(records: AnyRecord[]) {
  const [network, commons] = [createImage(records), createImage([])];
  const states: NetworkState[] = [];
  const sources: NetworkSources = { network, commons, today: () => '2026-03-12' };
  const stop = followNetwork(sources, (state) => states.push(state));
  return { network, commons, states, stop };
}

it('waits until both stores were read whole', async () => {
  const { network, commons, states } = follow([entryOf('A')]);
  commons.isComplete = false;
  await vi.runAllTimersAsync();
  expect(states).toEqual([]);
  commons.isComplete = true;
  network.change();
  await vi.runAllTimersAsync();
  expect(states.at(-1)?.rows?.map(({ activityId }) => activityId)).toEqual(['A']);
});

it('makes one computation of a burst of changes and keeps the rows of untouched activities', async () => {
  const { network, states } = follow([entryOf('A'), entryOf('B')]);
  await vi.runAllTimersAsync();
  const [before] = states.splice(0).slice(-1);
  for (let count = 0; count < 20; count += 1) network.change(entryOf('B'));
  network.change(entryOf('C'));
  await vi.runAllTimersAsync();
  const full = states.filter(({ doneCount, totalCount }) => doneCount === totalCount);
  expect(full).toHaveLength(1);
  expect(full[0]?.rows?.map(({ activityId }) => activityId)).toEqual(['A', 'B', 'C']);
  expect(full[0]?.rows?.[0]).toBe(before?.rows?.[0]);
  expect(full[0]?.rows?.[1]).not.toBe(before?.rows?.[1]);
});

it('calls the figures incomplete of an activity, or of all, that holds what only a newer Sillon understands', async () => {
  const { network, commons, states } = follow([entryOf('A'), entryOf('B')]);
  const incomplete = (): unknown => states.at(-1)?.rows?.map((row) => [row.activityId, row.isIncomplete]);
  await vi.runAllTimersAsync();
  expect(incomplete()).toEqual([
    ['A', false],
    ['B', false],
  ]);
  network.change(makeOfUnknownType(context, 'B'));
  await vi.runAllTimersAsync();
  expect(incomplete()).toEqual([
    ['A', false],
    ['B', true],
  ]);
  commons.change(makeOfUnknownType(context, 'cooperative'));
  await vi.runAllTimersAsync();
  expect(incomplete()).toEqual([
    ['A', true],
    ['B', true],
  ]);
});

it('says nothing more once it was stopped, and listens to nothing', async () => {
  const { network, commons, states, stop } = follow([entryOf('A')]);
  stop();
  network.change(entryOf('B'));
  await vi.runAllTimersAsync();
  expect(states).toEqual([]);
  expect(network.listenerCount() + commons.listenerCount()).toBe(0);
});

it('computes once more when something changed while it was computing', async () => {
  const { network, states } = follow([entryOf('A')]);
  const all = network.all;
  let isFirst = true;
  network.all = () => {
    const records = [...all()];
    if (isFirst) {
      isFirst = false;
      network.change(entryOf('B'));
    }
    return records;
  };
  await vi.runAllTimersAsync();
  expect(states.at(-1)?.rows?.map(({ activityId }) => activityId)).toEqual(['A', 'B']);
});
