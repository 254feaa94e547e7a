import { EmbeddedStartError } from '../embedded/start-error.ts';
import { StartError } from '../data-folder/start-error.ts';

/** A command that cannot be carried out; `exitCode` 2 when it was written wrongly. */
export class CommandFailure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

const EMBEDDED: Readonly<Record<EmbeddedStartError['code'], string>> = {
  EMBEDDED_IN_USE: 'The data folder is in use by another process.',
  EMBEDDED_CORRUPT: 'The database file is damaged. Nothing was changed; put back a copy of the folder.',
  EMBEDDED_NEWER: 'The data folder was written by a newer version of Sillon. Update Sillon.',
};

/** One line for a person, and the exit code. */
export function explainFailure(error: unknown): { readonly message: string; readonly exitCode: number } {
  if (error instanceof CommandFailure) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof StartError) return { message: error.message, exitCode: 1 };
  if (error instanceof EmbeddedStartError) return { message: EMBEDDED[error.code], exitCode: 1 };
  const code = readCode(error);
  if (code.startsWith('ERR_PARSE_ARGS'))
    return { message: `${describe(error).replace(/\.?$/, '.')} See --help.`, exitCode: 2 };
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: 'The port is in use by another program. Choose another one with --port.',
    EACCES: 'Not allowed: the port or the data folder belongs to somebody else.',
    EPERM: 'Not allowed: the port or the data folder belongs to somebody else.',
    ENOSPC: 'The disk is full.',
    ENOTDIR: 'The data folder is not a folder.',
    EEXIST: 'The data folder is not a folder.',
    EROFS: 'The data folder cannot be written.',
  };
  return { message: known[code] ?? `Failed: ${describe(error)}`, exitCode: 1 };
}

function readCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown failure';
}
