import type { z } from './zod.ts';

/** The logical databases; `book` stands for one database an activity, `person` for one an account. */
export type DatabaseName = 'book' | 'person' | 'commons' | 'office' | 'network';

/** Who may create and change records of a type: the activity's members, the support team, or the sync server alone. */
export type Writer = 'member' | 'supportTeam' | 'server';

/** Why a record is kept although a person asked to be erased (GDPR, article 17, 3 b). */
export type Duty = 'accounting' | 'pay' | 'workingTime';

/** Some statuses of a type, or all there are. */
export type Statuses = readonly string[] | 'every';

/**
 * Which month a record belongs to, and so when a closed month no longer takes it: that of its date at every write (`always`),
 * that of its date while it stands in some statuses (`while`), that of its date where it begins or ends to stand in some
 * statuses, the steps between moving nothing (`entering`), or none (`never`).
 */
export type MonthFact =
  | { readonly belongs: 'never' | 'always' }
  | { readonly belongs: 'while' | 'entering'; readonly statuses: readonly string[] };

/**
 * What erasing a person does to a record: evidence stays for its duty's years, a companion as long as the evidence it belongs
 * to, the settings of a book as long as anything of it, the rest goes. What is not about a person stays.
 */
export type ErasureFact =
  | { readonly stays: 'duty'; readonly duty: Duty; readonly statuses: Statuses }
  | { readonly stays: 'withEvidence' | 'withBook' | 'never' | 'always' };

/**
 * What a record counts for: the statuses in which it counts, and the members of its body, by their path, whose difference it
 * counts for in totals, in minor units excluding VAT. What counts for nothing neither moves the account nor stands in the ledger.
 */
export type CountFact = 'nothing' | { readonly statuses: Statuses; readonly plus: string; readonly minus?: string };

/** What Sillon knows of a record type, wherever it is asked. Functions of a type stand in `record-rules/`. */
export interface RecordFacts {
  readonly body: z.ZodType;
  readonly version: number;
  readonly database: DatabaseName;
  /** Nobody for a type that versions before wrote, and that is only read now. */
  readonly writers: readonly Writer[];
  /** The status a record of the type begins with. */
  readonly first: string;
  /** Allowed statuses with the statuses each may move to; a status without followers is final: the record never changes again. */
  readonly statuses: Readonly<Record<string, readonly string[]>>;
  /** Statuses in which the body may still change. */
  readonly editable: readonly string[];
  /** Statuses that only the support team leads to; a type that has some tells its steps in `body.history`. */
  readonly reserved: readonly string[];
  /** The status that takes back its making; `none` when it cannot be taken back. */
  readonly takenBack: string;
  readonly month: MonthFact;
  readonly counts: CountFact;
  readonly erasure: ErasureFact;
  /** Statuses in which the server recomputes it and gives a verdict. */
  readonly judged: Statuses;
  /** Statuses in which somebody outside the cooperative may hold it: it never leaves the book again. */
  readonly handedOut: readonly string[];
  /** Whether it is a pay: money for a person, asked by the member, decided by the support team. */
  readonly isPay: boolean;
  /** `late` for a type of which a book has so many that screens open before all are read: newest first, in windows. */
  readonly read: 'early' | 'late';
  /** Characters of JSON a record may have: twice what its schema takes, or {@link ANY_SIZE}. */
  readonly mostChars: number;
  /** Members of the body that are lists of rows, with the member that names a row: two devices' rows are merged. */
  readonly rowKeys: Readonly<Record<string, string>>;
  /** Members of the body that only make sense together: a merge takes them from one side. */
  readonly together: readonly (readonly string[])[];
}

/** No bound but that of any record (`record-bounds.ts`). */
export const ANY_SIZE = Number.POSITIVE_INFINITY;

/** Bound of a type of which a book has thousands and a screen or a job reads all: some short texts. */
export const SMALL_SIZE = 16_000;

/** Whether a status is one of some. */
export function isOneOf(statuses: Statuses, status: string): boolean {
  return statuses === 'every' || statuses.includes(status);
}
