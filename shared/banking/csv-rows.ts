/** One record of a CSV file. */
export interface CsvRow {
  readonly fields: readonly string[];
  /** The record as it stands in the file, without its line end. */
  readonly text: string;
  /** Line of the file on which it starts, from 1. */
  readonly row: number;
}

/** Longest quoted field: a quote that is never closed must not swallow the file. */
const MAX_QUOTED = 4000;

/**
 * Splits CSV text into records. Quotes count only at the start of a field; a quoted field may hold separators, doubled
 * quotes and line breaks. A quote that is not closed as it should be is taken as a plain character, so that it costs one
 * field and never the rows after it; `="0123"` (a number shielded from spreadsheets) gives `0123`. Blank lines give no record. Linear in the length of the text.
 */
export function splitCsvRows(text: string, separator: string): CsvRow[] {
  const rows: CsvRow[] = [];
  const nextRow = new RegExp(`\\n\\s*"?\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{2,4}"?${separator === '|' ? '\\|' : separator}`);
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = at;
    const fields: string[] = [];
    let isRowOpen = true;
    let breaks = 0;
    while (isRowOpen) {
      const quoted = readQuoted(text, at, separator, nextRow);
      let end: number;
      if (quoted !== undefined) {
        fields.push(quoted.value);
        breaks += countBreaks(text, at, quoted.end);
        end = quoted.end;
      } else {
        end = fieldEnd(text, at, separator);
        fields.push(
          text
            .slice(at, end)
            .trim()
            .replace(/^="(.*)"$/, '$1'),
        );
      }
      isRowOpen = text[end] === separator;
      at = isRowOpen ? end + 1 : end;
    }
    const raw = text.slice(start, at);
    if (fields.some((field) => field !== '')) rows.push({ fields, text: raw.trim(), row: line });
    const isPair = text[at] === '\r' && text[at + 1] === '\n';
    at += isPair ? 2 : 1;
    line += breaks + 1;
  }
  return rows;
}

function fieldEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === separator || character === '\n' || character === '\r') return at;
  }
  return text.length;
}

function readQuoted(
  text: string,
  from: number,
  separator: string,
  nextRow: RegExp,
): { value: string; end: number } | undefined {
  let at = from;
  while (text[at] === ' ') at += 1;
  if (text[at] !== '"') return undefined;
  const open = at;
  for (;;) {
    const quote = text.indexOf('"', at + 1);
    if (quote < 0 || quote - open > MAX_QUOTED) return undefined;
    if (text[quote + 1] === '"') {
      at = quote + 1;
      continue;
    }
    let end = quote + 1;
    while (text[end] === ' ') end += 1;
    const after = text[end];
    if (after !== undefined && after !== separator && after !== '\n' && after !== '\r') return undefined;
    const value = text.slice(open + 1, quote);
    return nextRow.test(value) ? undefined : { value: value.replaceAll('""', '"').trim(), end };
  }
}

function countBreaks(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1;
}
