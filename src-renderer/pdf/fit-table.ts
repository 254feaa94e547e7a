import { BODY_SIZE, pageWidth } from './page-size.ts';

/** Width of a figure or a small letter in the font, in em, rounded up. */
const CHARACTER_EM = 0.53;
/** Blank between two columns, in points. */
const GAP = 10;
/** A text longer than this is set on several lines. */
const TEXT_CHARACTERS = 24;
const SMALLEST_SIZE = 5;

/** The texts of one column, its head included. */
export interface Column {
  readonly isNumber: boolean;
  readonly head: string;
  readonly texts: readonly string[];
}

/** How a table fits on A4: upright when it can, on its side otherwise, in smaller letters when even that is too narrow. */
export function fitTable(columns: readonly Column[]): { readonly isLandscape: boolean; readonly fontSize: number } {
  const ems = columns.reduce((sum, column) => sum + longest(column) * CHARACTER_EM, 0);
  const gaps = columns.length * GAP;
  const fits = (width: number): boolean => ems * BODY_SIZE + gaps <= width;
  if (fits(pageWidth(false))) return { isLandscape: false, fontSize: BODY_SIZE };
  const size = Math.floor(((pageWidth(true) - gaps) / ems) * 10) / 10;
  return { isLandscape: true, fontSize: Math.min(BODY_SIZE, Math.max(SMALLEST_SIZE, size)) };
}

function longest({ isNumber, head, texts }: Column): number {
  const length = Math.max(0, ...texts.map((text) => text.length));
  const words = Math.max(0, ...head.split(/\s/).map((word) => word.length));
  return Math.max(words, isNumber ? length : Math.min(length, TEXT_CHARACTERS));
}
