/** The words and formats a value is shown with. */
export interface ValueWords {
  readonly yes: string;
  readonly no: string;
  readonly empty: string;
  money(cents: number): string;
  rate(ratePpm: number): string;
  date(date: string): string;
  /** Date and time of day of an instant. */
  instant(instant: string): string;
  /** Name of a member in the language of the screen. */
  field(key: string): string;
  /** A coded value in words, `undefined` when it is none. */
  coded(value: string): string | undefined;
  /** What another record is called, `undefined` when it is not here. */
  reference(id: string): string | undefined;
}

/** Parts of a group that say nothing to a person. */
const MACHINE_PARTS = ['sha256', 'sizeBytes', 'mimeType', 'importId', 'transactionId', 'inputDigest', 'resultDigest'];

/** A member's value as a person reads it; lists and groups become one line an item. */
export function showValue(key: string, value: unknown, words: ValueWords): string {
  if (value === undefined || value === null || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return showNumber(key, value, words);
  if (typeof value === 'string') return showText(key, value, words);
  if (Array.isArray(value)) {
    if (value.length === 0) return words.empty;
    const items = value.map((item) => showValue(key, item, words));
    // Numbers of one row (the days of a week) read as a row.
    return items.join(value.every((item) => typeof item === 'number') ? ' · ' : '\n');
  }
  return Object.entries(value)
    .filter(([name]) => !MACHINE_PARTS.includes(name))
    .filter(([, item]) => item !== '' && item !== undefined && !(Array.isArray(item) && item.length === 0))
    .map(([name, item]) => `${words.field(name)} ${showValue(name, item, words)}`)
    .join(', ');
}

function showNumber(key: string, value: number, words: ValueWords): string {
  if (key.endsWith('Cents')) return words.money(value);
  if (key.endsWith('E7')) return words.rate(value / 10);
  return key.endsWith('Ppm') ? words.rate(value) : String(value);
}

function showText(key: string, value: string, words: ValueWords): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return words.date(value);
  if (/^\d{4}-\d\d-\d\dT\d\d:/.test(value)) return words.instant(value);
  if (key.endsWith('Id')) return words.reference(value) ?? value;
  return words.coded(value) ?? value;
}
