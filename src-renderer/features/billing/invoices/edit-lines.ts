import type { LineFields } from './draft-form.ts';
import { blankLine } from './draft-form.ts';

type Lines = readonly LineFields[];

/** The lines with one field of one line changed. */
export function setLine(lines: Lines, key: string, change: Partial<Omit<LineFields, 'key'>>): Lines {
  return lines.map((line) => (line.key === key ? { ...line, ...change } : line));
}

/** A blank line at the end, with unit and VAT rate of the line before it: lines of one invoice are mostly alike. */
export function addLine(lines: Lines, vatRatePpm: number): Lines {
  const last = lines.at(-1);
  const key = String(lines.reduce((highest, line) => Math.max(highest, Number(line.key)), 0) + 1);
  return [...lines, { ...blankLine(key, last?.vatRatePpm ?? vatRatePpm), unit: last?.unit ?? '' }];
}

/** The line one place up (`-1`) or down (`1`); unchanged at the ends. */
export function moveLine(lines: Lines, key: string, step: -1 | 1): Lines {
  const from = lines.findIndex((line) => line.key === key);
  const to = from + step;
  const line = lines[from];
  const other = lines[to];
  if (line === undefined || other === undefined) return lines;
  return lines.map((entry, index) => (index === from ? other : index === to ? line : entry));
}

/** The lines without one; the last one leaves a blank line behind. */
export function removeLine(lines: Lines, key: string, vatRatePpm: number): Lines {
  const rest = lines.filter((line) => line.key !== key);
  return rest.length === 0 ? addLine([], vatRatePpm) : rest;
}
