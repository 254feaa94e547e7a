import type { MenuCommand } from './menu-command.ts';

/** Largest file the shell reads or writes for the screens, in bytes (20 MB). */
export const maxFileBytes = 20_000_000;

/** What the screens may know about the shell they run in. */
export interface ShellInfo {
  readonly appVersion: string;
  readonly operatingSystem: 'linux' | 'macos' | 'windows' | 'other';
  /** Language tag of the desktop, for example `fr-FR`; empty when unknown. */
  readonly locale: string;
  /**
   * Where sessions are kept: `encrypted` by the operating system, or in `memory` only, when it offers no
   * encryption; the person then signs in again after each start and must be told so.
   */
  readonly sessionStorage: 'encrypted' | 'memory';
}

/** The address of the cooperative's server. */
export interface ServerAddress {
  /** An origin such as `https://sillon.example.coop`, or null before any server is known. */
  readonly address: string | null;
  /** True when the environment sets the address; the screens cannot change it then. */
  readonly isFixed: boolean;
}

/** Asks for a new server address: an origin by https, or by http on this computer only. */
export interface SetServerAddressRequest {
  readonly address: string;
}

/** Asks the person for a file to read. */
export interface OpenFileRequest {
  /** Accepted file extensions, lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Largest accepted size in bytes, at most {@link maxFileBytes}. */
  readonly maxBytes: number;
}

/** A file the person chose. */
export interface OpenedFile {
  /** Name with extension, without folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Asks the person where to write a file. */
export interface SaveFileRequest {
  /** Proposed name with extension, without folder. */
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** Tells the menu which commands the screens answer now; the others are greyed. */
export interface SetMenuCommandsRequest {
  readonly commands: readonly MenuCommand[];
}

/**
 * The calls the screens may make to the shell: channel → request and value of the answer. The answer is
 * always a `Result`; a refused sender gives `desktop.notAllowed`, a bad payload `desktop.invalidRequest`.
 */
export interface DesktopCalls {
  readonly 'shell:get-info': { readonly request: undefined; readonly value: ShellInfo };
  readonly 'server:get-address': { readonly request: undefined; readonly value: ServerAddress };
  /** Errors: `desktop.invalidAddress`, `desktop.notAllowed` when the address is fixed. */
  readonly 'server:set-address': { readonly request: SetServerAddressRequest; readonly value: ServerAddress };
  /** Errors: `desktop.cancelled`, `file.tooLarge`, `file.unreadable`. */
  readonly 'file:open': { readonly request: OpenFileRequest; readonly value: OpenedFile };
  /** Errors: `desktop.cancelled`, `file.notWritten`. */
  readonly 'file:save': { readonly request: SaveFileRequest; readonly value: null };
  /** Errors: `desktop.cancelled`, `desktop.printFailed`. */
  readonly 'page:print': { readonly request: undefined; readonly value: null };
  readonly 'menu:set-commands': { readonly request: SetMenuCommandsRequest; readonly value: null };
}

/** One channel of {@link DesktopCalls}. */
export type DesktopChannel = keyof DesktopCalls;

/** The one message the shell sends unasked: a command chosen in the menu. */
export const menuCommandChannel = 'menu:command';
