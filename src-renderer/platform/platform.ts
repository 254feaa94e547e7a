import type { Result } from '../../shared/core/result.ts';
import type {
  OpenedFile,
  OpenFileRequest,
  SaveFileRequest,
  ServerAddress,
} from '../../shared/desktop/desktop-calls.ts';
import type { MenuCommand } from '../../shared/desktop/menu-command.ts';

/** The address of the cooperative's server, where the person can choose it. */
export interface ServerChoice {
  readonly read: () => Promise<Result<ServerAddress>>;
  readonly change: (address: string) => Promise<Result<ServerAddress>>;
}

/** What differs between the desktop application and the browser. The screens know no other difference. */
export interface Platform {
  readonly kind: 'desktop' | 'web';
  readonly appVersion: string;
  /** Null in a browser: there the server is the one the page came from. */
  readonly serverChoice: ServerChoice | null;
  /** `memory`: the session ends with the application, which the person must be told. */
  readonly readSessionStorage: () => Promise<'browser' | 'encrypted' | 'memory'>;
  /** Errors: `desktop.cancelled`, `file.tooLarge`, `file.unreadable`. */
  readonly openFile: (request: OpenFileRequest) => Promise<Result<OpenedFile>>;
  /** Errors: `desktop.cancelled`, `file.notWritten`. */
  readonly saveFile: (request: SaveFileRequest) => Promise<Result<null>>;
  /** Prints the page as it stands. Errors: `desktop.cancelled`, `desktop.printFailed`. */
  readonly print: () => Promise<Result<null>>;
  /**
   * Hears the commands of the desktop menu; entries nobody hears are greyed. Names the commands it
   * answers, all by default. The answer ends it. A browser has no menu: nothing is ever heard there.
   */
  readonly onMenuCommand: (listener: (command: MenuCommand) => void, commands?: readonly MenuCommand[]) => () => void;
}
