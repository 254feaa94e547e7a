import type { WithholdingGrid } from '../records/withholding-grid.ts';

/** What is wrong with a grid, in the order in which it is looked at. */
export type GridFault = 'source' | 'until' | 'gridStart' | 'gridOrder' | 'gridRates' | 'gridOverlap';

/**
 * The first fault of some grids of default rates, with the day on which the grid begins. A grid begins at nothing, its
 * thresholds and its rates rise, its last rate has no upper end, and of one territory no two cover the same day: neither
 * each other nor those that come with Sillon (`known`).
 */
export function findGridFault(
  grids: readonly WithholdingGrid[],
  known: readonly WithholdingGrid[],
): { readonly from: string; readonly fault: GridFault } | undefined {
  for (const [index, grid] of grids.entries()) {
    const others = [...known, ...grids.slice(0, index)];
    const fault = faultOf(grid) ?? (others.some((other) => isOverlapping(grid, other)) ? 'gridOverlap' : undefined);
    if (fault !== undefined) return { from: grid.from, fault };
  }
  return undefined;
}

function faultOf({ source, from, until, brackets }: WithholdingGrid): GridFault | undefined {
  if (source.trim() === '') return 'source';
  if (until < from) return 'until';
  if (brackets[0]?.fromCents !== 0) return 'gridStart';
  const isRising = (of: (bracket: WithholdingGrid['brackets'][number]) => number): boolean =>
    brackets.every((bracket, index) => {
      const before = brackets[index - 1];
      return before === undefined || of(before) < of(bracket);
    });
  if (!isRising(({ fromCents }) => fromCents)) return 'gridOrder';
  return isRising(({ ratePpm }) => ratePpm) ? undefined : 'gridRates';
}

function isOverlapping(one: WithholdingGrid, other: WithholdingGrid): boolean {
  return one.territory === other.territory && one.from <= other.until && other.from <= one.until;
}
