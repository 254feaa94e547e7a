import type { AnyRecord } from '../records/envelope.ts';
import { isRecordType, RECORD_TYPES } from '../records/registry.ts';
import { mergeRows } from './merge-rows.ts';
import type { Base, Side } from './three-way.ts';
import { isSame, takeSide } from './three-way.ts';

type Body = AnyRecord['body'];

/** The bodies of two versions as one. */
export interface MergedBody {
  readonly body: Body;
  /** Members both changed: the server's value stands. */
  readonly clashes: readonly string[];
}

interface Taken {
  readonly value: unknown;
  readonly side: Side;
}

/**
 * Merges the bodies of two versions of a draft member by member against the one they were made from. Lists of named rows
 * are merged inside. Members that belong together (an amount and the VAT in it) come from one side: where the two sides
 * would mix, the whole group is the server's and clashes.
 */
export function mergeBodies(type: string, mine: Body, server: Body, base: Body | undefined): MergedBody {
  const info = isRecordType(type) ? RECORD_TYPES[type] : undefined;
  const differing = listDifferingKeys(mine, server);
  const taken = new Map(differing.map((key) => [key, takeMember(mine, server, base, key, info?.rowKeys[key])]));
  for (const group of info?.together ?? []) keepTogether(taken, server, group);
  const body = new Map<string, unknown>(Object.entries(server));
  for (const [key, { value }] of taken) {
    if (value === undefined) body.delete(key);
    else body.set(key, value);
  }
  const clashes = differing.filter((key) => taken.get(key)?.side === 'clash');
  return { body: Object.fromEntries(body), clashes };
}

function takeMember(mine: Body, server: Body, base: Body | undefined, key: string, rowKey: string | undefined): Taken {
  const [here, there] = [mine[key], server[key]];
  const before: Base<unknown> = base && { value: base[key] };
  const side = takeSide(here, there, before);
  if (side !== 'clash') return { value: side === 'mine' ? here : there, side };
  const merged = rowKey === undefined ? undefined : mergeRows(here, there, before, rowKey);
  if (merged === undefined) return { value: there, side };
  return { value: merged.rows, side: merged.isClash ? 'clash' : 'server' };
}

function keepTogether(taken: Map<string, Taken>, server: Body, group: readonly string[]): void {
  const sides = new Set(group.flatMap((key) => taken.get(key)?.side ?? []));
  if (sides.size < 2) return;
  for (const key of group) if (taken.has(key)) taken.set(key, { value: server[key], side: 'clash' });
}

/** Members that differ between two bodies, in order. */
export function listDifferingKeys(a: Body, b: Body): string[] {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].filter((key) => !isSame(a[key], b[key])).sort();
}
