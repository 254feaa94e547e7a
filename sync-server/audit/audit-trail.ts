import { ulid } from 'ulid';
import type { AuditEntry, AuditKind, AuditPage } from '../../shared/access/audit-entry.ts';
import { isAuditKind } from '../../shared/access/audit-entry.ts';
import type { Clock } from '../../shared/core/ports.ts';
import type { AccountStore } from '../accounts/account-store.ts';

const PREFIX = 'audit:';
const LONGEST_TEXT = 200;
const MOST_DETAILS = 12;
/** Entries of one page. */
const PAGE = 50;
/** Entries looked at for one page: a filter that finds little is answered in steps. */
const MOST_SCANNED = 1_000;

/** What to note; the trail adds when and an id. */
export interface AuditNote {
  readonly kind: AuditKind;
  readonly actor: string;
  readonly account?: string;
  readonly details?: AuditEntry['details'];
}

export interface AuditQuery {
  /** An id: only entries before it. */
  readonly before?: string;
  readonly kind?: AuditKind;
  /** Who did it, or whom it is about. */
  readonly account?: string;
}

/** Who did what on the server. Entries are added, never changed; they stand in the account database and its backup. */
export interface AuditTrail {
  readonly note: (entry: AuditNote) => Promise<void>;
  /** Notes what happened at `at` once, however often it is told: `key` (26 characters at most) makes the entry's id. */
  readonly noteOnce: (entry: AuditNote, at: string, key: string) => Promise<void>;
  /** Newest first. */
  readonly page: (query: AuditQuery) => Promise<AuditPage>;
}

export function openAuditTrail(store: AccountStore, clock: Clock): AuditTrail {
  const write = ({ kind, actor, account, details = {} }: AuditNote, at: string, id: string) =>
    store.create(id, {
      at,
      kind,
      actor: shorten(actor),
      ...(account === undefined ? {} : { account: shorten(account) }),
      details: shortenAll(details),
    });
  return {
    note: async (entry) => {
      const at = clock();
      if (!(await write(entry, at, `${PREFIX}${ulid(Date.parse(at))}`))) throw new Error('an audit id came twice');
    },
    noteOnce: async (entry, at, key) => {
      // A device's clock may say anything.
      const time = ulid(Math.max(0, Date.parse(at) || 0)).slice(0, 10);
      await write(entry, at, `${PREFIX}${time}${key}`);
    },
    page: async ({ before, kind, account }) => {
      const scanned = await store.listBefore<Omit<AuditEntry, 'id'>>(PREFIX, before, MOST_SCANNED);
      const isWanted = (entry: AuditEntry): boolean =>
        isAuditKind(entry.kind) &&
        (kind === undefined || entry.kind === kind) &&
        (account === undefined || entry.account === account || entry.actor === account);
      const found = scanned.map(({ id, value }) => ({ ...value, id: id.slice(PREFIX.length) })).filter(isWanted);
      const entries = found.slice(0, PAGE);
      const isCut = found.length > PAGE;
      const last = isCut ? entries.at(-1)?.id : scanned.at(-1)?.id.slice(PREFIX.length);
      return (isCut || scanned.length === MOST_SCANNED) && last !== undefined ? { entries, next: last } : { entries };
    },
  };
}

function shorten(text: string): string {
  return text.slice(0, LONGEST_TEXT);
}

function shortenAll(details: AuditEntry['details']): AuditEntry['details'] {
  const kept = Object.entries(details).slice(0, MOST_DETAILS);
  return Object.fromEntries(kept.map(([name, value]) => [name, typeof value === 'string' ? shorten(value) : value]));
}
