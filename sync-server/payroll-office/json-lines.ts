import { convertCase } from './convert-case.ts';
import { convertError } from './convert-error.ts';
import { convertYear } from './convert-year.ts';
import { readCase } from './read-case.ts';

/** Longest line that is read: a case with a year and twenty extra lines stays far below. */
export const MAX_LINE_CHARACTERS = 65_536;

/** Answers one line of JSON with one line of JSON, a case or with `--years` a year; a blank line with nothing. */
export function convertJsonLine(line: string): string | undefined {
  return answerLine(line, (value) => {
    const one = readCase(value);
    return 'error' in one ? one : convertCase(one);
  });
}

/** As {@link convertJsonLine}, one year a line. */
export function convertYearLine(line: string): string | undefined {
  return answerLine(line, convertYear);
}

function answerLine(line: string, convert: (value: unknown) => unknown): string | undefined {
  return line.trim() === '' ? undefined : JSON.stringify(answer(line, convert));
}

function answer(line: string, convert: (value: unknown) => unknown): unknown {
  if (line.length > MAX_LINE_CHARACTERS) return convertError('convert.notJson', 'the line is too long');
  let value: unknown;
  try {
    // Some editors and shells begin a file with a byte order mark.
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return convertError('convert.notJson', 'the line is not JSON');
  }
  return convert(value);
}
