/** The database of one activity's books. ULIDs are lower-cased because CouchDB refuses upper case. */
export function bookDatabase(activityId: string): string {
  return `book-${activityId.toLowerCase()}`;
}

/** The database of the receipts of one activity's expenses. */
export function receiptsDatabase(activityId: string): string {
  return `receipts-${activityId.toLowerCase()}`;
}

/** The database that holds the settings everybody reads. */
export const COMMONS_DATABASE = 'commons';
/** The support team's own database. */
export const OFFICE_DATABASE = 'office';
/** The consolidated copy of all books, written only by the sync server. */
export const NETWORK_DATABASE = 'network';
/** The `activityId` of records that belong to the cooperative itself. */
export const COOPERATIVE = 'cooperative';
