import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generationOf, listAncestry, listLeaves, mergeHistory, stemTree, type RevisionTree } from './revision-tree.ts';
import { decodeTree, encodeTree } from './tree-codec.ts';

interface History {
  revs: string[];
  isDeleted: boolean;
}

/** Histories of one document as replicas could have made them: each grows from a revision of an earlier one. */
const histories = fc
  .array(fc.record({ from: fc.nat(), hash: fc.constantFrom('a', 'b', 'c', 'd'), isDeleted: fc.boolean() }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((steps) => {
    const known: History[] = [];
    for (const { from, hash, isDeleted } of steps) {
      const parent = known.length === 0 ? undefined : known[from % (known.length + 1)];
      const generation = parent?.revs[0] === undefined ? 1 : generationOf(parent.revs[0]) + 1;
      const rev = `${generation}-${hash}${String(known.length)}`;
      known.push({ revs: [rev, ...(parent?.revs ?? [])], isDeleted });
    }
    return known;
  });

function grow(order: readonly History[]): RevisionTree {
  const tree: RevisionTree = new Map();
  for (const { revs, isDeleted } of order) mergeHistory(tree, revs, isDeleted);
  return tree;
}

/** A replica may also send only the newest part of a history; this cuts it to `keep` revisions. */
function shorten({ revs, isDeleted }: History, keep: number): History {
  return { revs: revs.slice(0, Math.max(1, keep)), isDeleted };
}

const shuffled = histories.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
);

describe('revision trees', () => {
  it('have the same leaves and winner in whatever order histories arrive', () => {
    fc.assert(
      fc.property(shuffled, ([first, second]) => {
        expect(listLeaves(grow(second))).toEqual(listLeaves(grow(first)));
      }),
    );
  });

  it('do not change when a history arrives again', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (all, index) => {
        const tree = grow(all);
        const before = encodeTree(tree);
        const again = all[index % all.length];
        if (again !== undefined) mergeHistory(tree, again.revs, again.isDeleted);
        expect(encodeTree(tree)).toBe(before);
      }),
    );
  });

  it('agree once whole histories are known, though shortened ones came first', () => {
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 3 }), ([first, second], keep) => {
        const tree = grow([...second.map((history) => shorten(history, keep)), ...second]);
        expect(listLeaves(tree)).toEqual(listLeaves(grow(first)));
      }),
    );
  });

  it('have a winner that lives when any leaf lives, and is the greatest of its kind', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const tree = grow(all);
        const leaves = listLeaves(tree);
        const winner = leaves[0] ?? '';
        const living = leaves.filter((leaf) => tree.get(leaf)?.isDeleted === false);
        if (living.length > 0) expect(living).toContain(winner);
        const rivals = living.length > 0 ? living : leaves;
        expect(Math.max(...rivals.map(generationOf))).toBe(generationOf(winner));
      }),
    );
  });

  it('survive storing, and ancestry goes down one generation at a time', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const tree = decodeTree(encodeTree(grow(all)));
        expect(listLeaves(tree)).toEqual(listLeaves(grow(all)));
        for (const leaf of listLeaves(tree)) {
          const generations = listAncestry(tree, leaf).map(generationOf);
          expect(generations).toEqual(generations.map((_, index) => generationOf(leaf) - index));
        }
      }),
    );
  });

  it('keep every leaf and at most the limit of ancestors when they are stemmed', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 4 }), (all, limit) => {
        const tree = grow(all);
        const leaves = listLeaves(tree);
        stemTree(tree, limit);
        expect(listLeaves(tree)).toEqual(leaves);
        if (tree.size > limit) for (const leaf of leaves) expect(listAncestry(tree, leaf).length).toBeGreaterThan(0);
        if (leaves.length === 1) expect(tree.size).toBeLessThanOrEqual(Math.max(limit, 1));
      }),
    );
  });
});
