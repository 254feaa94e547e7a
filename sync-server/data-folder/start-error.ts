/** Why the server cannot start or a command cannot go on, in one plain sentence for the person at the command line. */
export class StartError extends Error {}
