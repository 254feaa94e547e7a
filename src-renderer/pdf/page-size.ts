/** Blank around the page, in points. */
export const MARGIN = 42;

/** Size of plain letters, in points. */
export const BODY_SIZE = 9.5;

/** Width of A4 between its margins, in points. */
export function pageWidth(isLandscape: boolean): number {
  return (isLandscape ? 841.89 : 595.28) - 2 * MARGIN;
}
