/** What the server keeps a trace of. One word a line; the screen finds its words by it. */
export const AUDIT_KINDS = [
  'enrol',
  'newCode',
  'join',
  'newPassword',
  'newDevice',
  'endDevice',
  'revoke',
  'erase',
  'restore',
  'rotateKeys',
  'provision',
  'version',
  'closing',
  'settings',
] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

/** One line of who did what on the server: never a code, a token, a password or a whole record. */
export interface AuditEntry {
  /** Later entries have greater ids. */
  readonly id: string;
  /** UTC instant of the server: of a change of settings, when it was seen there (`details.written`: as its record says). */
  readonly at: string;
  readonly kind: AuditKind;
  /** An account, `command:<name>` of who ran a command on the machine, or `server`. */
  readonly actor: string;
  /** Whom it is about. */
  readonly account?: string;
  /** Short facts: prefix and name of a device, counts, names of what changed. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** Some entries, newest first; `next` asks for those before them. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  readonly next?: string;
}

export function isAuditKind(value: unknown): value is AuditKind {
  return AUDIT_KINDS.some((kind) => kind === value);
}

/** Whether an answer of the server is a page of the trail; it may be of another version. */
export function isAuditPage(value: unknown): value is AuditPage {
  if (typeof value !== 'object' || value === null || !('entries' in value)) return false;
  const hasNext = !('next' in value) || typeof value.next === 'string';
  return hasNext && Array.isArray(value.entries) && value.entries.every(isAuditEntry);
}

function isAuditEntry(value: unknown): value is AuditEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, kind, actor, account, details } = value as Partial<Record<keyof AuditEntry, unknown>>; // read member by member
  const areTexts = [id, at, kind, actor].every((member) => typeof member === 'string');
  const isAbout = account === undefined || typeof account === 'string';
  return areTexts && isAbout && typeof details === 'object' && details !== null;
}
