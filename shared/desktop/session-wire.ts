/** Request header that names the account a request is made for; its value is the account's name. */
export const accountHeader = 'x-sillon-account';

/** A session cookie is named by this prefix followed by the account's name. */
export const sessionCookiePrefix = 'sillon-session-';

/** The same for the proof that the account used this device before; the server wants it below {@link deviceCookiePath}. */
export const deviceCookiePrefix = 'sillon-device-';

/** Where a device's proof is sent, and nowhere else. */
export const deviceCookiePath = '/api/session';
