/** Name on the records the server writes itself. */
export const SERVER_AUTHOR = { user: 'sillon', device: 'server' } as const;
