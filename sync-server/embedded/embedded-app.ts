import type { Accounts } from './auth/accounts.ts';
import type { Authenticator } from './auth/authenticator.ts';
import type { EmbeddedLimits } from './limits.ts';
import type { ChangeNotifier } from './store/change-notifier.ts';
import type { DocumentWriter } from './store/document-writer.ts';
import type { Sql } from './store/sql.ts';
import type { DocumentValidation } from './validate/document-validation.ts';
import type { ViewRegistry } from './views/view-registry.ts';

/** The parts of a running server, as its routes use them. */
export interface EmbeddedApp {
  sql: Sql;
  notifier: ChangeNotifier;
  writer: DocumentWriter;
  validation: DocumentValidation;
  views: ViewRegistry;
  accounts: Accounts;
  authenticator: Authenticator;
  limits: EmbeddedLimits;
  serverUuid: string;
  /** Ends every long-poll when the server closes. */
  closing: AbortSignal;
  log: (line: string) => void;
}
