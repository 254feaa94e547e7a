import { createHash } from 'node:crypto';
import type { JsonValue } from '../../shared/core/canonical-json.ts';
import { toCanonicalJson } from '../../shared/core/canonical-json.ts';
import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import { formerSettings } from '../../shared/cooperative/settings-in-force.ts';
import { partOf, standingPart } from '../../shared/cooperative/settings-parts.ts';
import type { Clock } from '../../shared/core/ports.ts';
import type { CooperativeSettings } from '../../shared/records/cooperative-settings.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { isSettingsSubject } from '../../shared/records/settings-subjects.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Couch } from '../couch/connect.ts';
import { readStoredRecord } from './verdict-store.ts';

/** What is remembered of a record to tell what changes next: digests, never values. */
interface Seen {
  /** The revision that was noted last; absent in what versions before remembered. */
  readonly rev?: string;
  readonly editId: string;
  readonly members: Readonly<Record<string, string>>;
  /** A revision that is being noted, and when the server saw it: the same line, should it be cut off and begun again. */
  readonly noting?: { readonly rev: string; readonly at: string };
}

/**
 * Notes in the trail who changed the cooperative's settings and parameters, as the records say, and when the server saw it. A
 * change is noted once, whoever looks and however often; changes of one record between two looks are one entry, by who made
 * the last. What tells a change is the revision, which no client makes up.
 */
export async function auditCommons(
  couch: Couch,
  accounts: Pick<Accounts, 'store' | 'audit'>,
  clock: Clock,
): Promise<void> {
  const documents = await couch.database(COMMONS_DATABASE).list('');
  const records = documents.filter(({ _id }) => !_id.startsWith('_')).map(readStoredRecord);
  const former = formerSettings(records.filter((record) => isOfType(record, 'cooperativeSettings')));
  for (const record of records) await auditRecord(record, former, accounts, clock);
}

async function auditRecord(
  record: AnyRecord,
  former: CooperativeSettings | undefined,
  { store, audit }: Pick<Accounts, 'store' | 'audit'>,
  clock: Clock,
): Promise<void> {
  const id = `audit-seen:${record.id}`;
  const { rev, edits } = record;
  const seen = await store.read<Seen>(id);
  if (seen?.value.rev === rev) return;
  const body = isSettingsSubject(record.type) ? standingPart(record.type, record, former) : record.body;
  const members = digestMembers(body ?? {});
  const known = seen?.value ?? { editId: '', members: digestFormer(record, former) };
  const changed = listChanged(known.members, members);
  const next: Seen = { rev, editId: edits[0] ?? '', members };
  // A version before noted it by its edit.
  if (seen !== undefined && known.rev === undefined && known.editId === next.editId && changed.length === 0) {
    await store.replace(seen, next);
    return;
  }
  const noting = known.noting?.rev === rev ? known.noting : { rev, at: clock() };
  const begun = { ...known, noting };
  // Who was faster notes it.
  if (!(await (seen === undefined ? store.create(id, begun) : store.replace(seen, begun)))) return;
  // Only after the entry the change is done with: what was cut off in between is noted again, as the same line.
  await audit.noteOnce(describe({ ...record, body: { ...body } }, changed), noting.at, shortDigest(rev).slice(0, 16));
  const stored = await store.read<Seen>(id);
  if (stored !== undefined) await store.replace(stored, next);
}

function describe({ type, body, updatedBy, updatedAt }: AnyRecord, changed: readonly string[]) {
  const closedThrough = body['closedThrough'];
  const details = { type, changed: changed.join(' '), written: updatedAt };
  if (!changed.includes('closedThrough')) return { kind: 'settings', actor: updatedBy.user, details } as const;
  const closing = typeof closedThrough === 'string' ? { month: closedThrough } : { reopened: 'all' };
  return { kind: 'closing', actor: updatedBy.user, details: { ...details, ...closing } } as const;
}

/** A subject begins with what was set before it had a record of its own. */
function digestFormer({ type }: AnyRecord, former: CooperativeSettings | undefined): Seen['members'] {
  return former !== undefined && isSettingsSubject(type) ? digestMembers(partOf(type, former)) : {};
}

function digestMembers(body: object): Record<string, string> {
  return Object.fromEntries(
    // Read from the database's JSON.
    Object.entries(body).map(([name, value]) => [name, shortDigest(toCanonicalJson(value as JsonValue)).slice(0, 16)]),
  );
}

function listChanged(before: Seen['members'], after: Seen['members']): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => before[name] !== after[name]).sort();
}

/** Upper case, as ids of entries are. */
function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').toUpperCase();
}
