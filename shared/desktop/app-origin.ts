/** Scheme of the desktop application's own pages, without the colon. */
export const appScheme = 'app';

/** Host of the desktop application's own pages. */
export const appHost = 'sillon';

/**
 * Origin of every page of the desktop application. Fixed for ever: the browser engine files the local
 * store under it, so another origin would open an empty book.
 */
export const appOrigin = `${appScheme}://${appHost}`;
