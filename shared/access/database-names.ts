/** The database of one activity's books. ULIDs are lower-cased because CouchDB refuses upper case. */
export function bookDatabase(activityId: string): string {
  return `book-${activityId.toLowerCase()}`;
}

/**
 * Whether a record that names this activity belongs into the book. The spelling counts: `01abc` would be written into the book
 * of `01ABC`, and be somebody else's in every sum by activity.
 */
export function isOfBook(activityId: string, database: string): boolean {
  return activityId === activityId.toUpperCase() && bookDatabase(activityId) === database;
}

/** The database of the receipts of one activity's expenses. */
export function receiptsDatabase(activityId: string): string {
  return `receipts-${activityId.toLowerCase()}`;
}

const OF_PERSONS = 'person-';

/** The database of what is personal to one account. Names of accounts hold dots, which CouchDB refuses, and no `_`. */
export function personDatabase(account: string): string {
  return `${OF_PERSONS}${account.replaceAll('.', '_')}`;
}

/** The account whose personal database this is; `undefined` for every other database. */
export function accountOfDatabase(database: string): string | undefined {
  return database.startsWith(OF_PERSONS) ? database.slice(OF_PERSONS.length).replaceAll('_', '.') : undefined;
}

/** The database that holds the settings everybody reads. */
export const COMMONS_DATABASE = 'commons';
/** The support team's own database: the server gathers there what is in the personal ones. */
export const OFFICE_DATABASE = 'office';
/** The consolidated copy of all books, written only by the sync server. */
export const NETWORK_DATABASE = 'network';
/** The `activityId` of records that belong to no activity: to the cooperative itself, or to a person. */
export const COOPERATIVE = 'cooperative';
