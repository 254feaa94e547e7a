/** Why the server cannot start, in one plain sentence for the person at the command line. */
export class StartError extends Error {}
