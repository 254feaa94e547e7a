/**
 * The one selector of the exchange: records have a type; the rules' design document, 42 kB that no device needs, has none.
 * The front lets no other through, because a selector is work that the database does for whoever asks.
 */
export const RECORDS_ONLY = { selector: { type: { $exists: true } } } as const;

/** Rows of a feed that may come in one answer: ids alone, or with their records. */
export const MOST_FEED_IDS = 1_000;
export const MOST_FEED_RECORDS = 200;

/** Ids whose records may be asked for at once. */
export const MOST_KEYS = 500;

/** Documents in one push. */
export const MOST_PUSHED = 100;

/** Size of one record as JSON in UTF-8, in bytes. */
export const MOST_RECORD_BYTES = 256 * 1024;
