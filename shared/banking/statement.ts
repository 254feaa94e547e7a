/** One line of a bank statement, as read from the file. */
export interface BankLine {
  /** The bank's own id, or a fingerprint (see {@link isFingerprint}) when the file has none. Unique enough only within an account. */
  readonly transactionId: string;
  /** ISO date as the bank writes it; a time zone in the file never moves it to another day. */
  readonly date: string;
  /** Signed minor units of the statement's currency (`currencyDecimals`); money in is positive. */
  readonly amountCents: number;
  /** One line of text for people, at most 200 characters; may be empty. */
  readonly label: string;
  /** The text of the file, white space collapsed, at most 500 characters. */
  readonly rawLabel: string;
  readonly counterparty?: string;
  /** Number of the cheque or reference of the operation. */
  readonly reference?: string;
  /** Line of the file on which the row starts, from 1. */
  readonly row: number;
}

/** The lines of one account in one currency. */
export interface BankStatement {
  /** `••••` and the last four characters of the account number; empty when the file does not name the account. */
  readonly accountRef: string;
  /** ISO 4217. */
  readonly currency: string;
  /** ISO dates; empty when neither the file nor its lines give any. */
  readonly fromDate: string;
  readonly toDate: string;
  /** Minor units of the statement's currency. */
  readonly closingBalanceCents?: number;
  /** In the order of the file. */
  readonly lines: readonly BankLine[];
}

/** Why a row of a file is not among the lines. */
export type UnreadableReason =
  | 'date'
  | 'amount'
  | 'currency'
  /** The file ends inside the row. */
  | 'truncated'
  /** Announced by the bank but not booked yet. */
  | 'pending'
  /** The bank takes back or replaces an earlier line: for a person to do. */
  | 'correction'
  /** A CSV row while date or amount column is unknown. */
  | 'noMapping';

/** A row of the file that could not be read; nothing of a file is dropped without a word. */
export interface UnreadableRow {
  /** Line of the file on which the row starts, from 1. */
  readonly row: number;
  /** The row as it stands in the file. */
  readonly text: string;
  readonly reason: UnreadableReason;
}

/** What a file reader gives back. */
export interface ReadStatements {
  readonly statements: readonly BankStatement[];
  readonly unreadable: readonly UnreadableRow[];
}
