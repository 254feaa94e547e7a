/** Request header that names the account a request is made for; its value is the account's name. */
export const accountHeader = 'x-sillon-account';

/** A session cookie is named by this prefix followed by the account's name. */
export const sessionCookiePrefix = 'sillon-session-';
