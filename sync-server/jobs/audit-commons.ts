import { createHash } from 'node:crypto';
import type { JsonValue } from '../../shared/core/canonical-json.ts';
import { toCanonicalJson } from '../../shared/core/canonical-json.ts';
import { COMMONS_DATABASE } from '../../shared/access/database-names.ts';
import { formerSettings } from '../../shared/cooperative/settings-in-force.ts';
import { partOf, standingPart } from '../../shared/cooperative/settings-parts.ts';
import type { CooperativeSettings } from '../../shared/records/cooperative-settings.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isOfType } from '../../shared/records/registry.ts';
import { isSettingsSubject } from '../../shared/records/settings-subjects.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Couch } from '../couch/connect.ts';
import { readStoredRecord } from './verdict-store.ts';

/** What is remembered of a record to tell what changes next: digests, never values. */
interface Seen {
  readonly editId: string;
  readonly members: Readonly<Record<string, string>>;
}

/**
 * Notes in the trail who changed the cooperative's settings and parameters, as the records say. A change is noted once,
 * whoever looks and however often; changes of one record between two looks are one entry, by who made the last.
 */
export async function auditCommons(couch: Couch, { store, audit }: Accounts): Promise<void> {
  const documents = await couch.database(COMMONS_DATABASE).list('');
  const records = documents.filter(({ _id }) => !_id.startsWith('_')).map(readStoredRecord);
  const former = formerSettings(records.filter((record) => isOfType(record, 'cooperativeSettings')));
  for (const record of records) {
    const id = `audit-seen:${record.id}`;
    const seen = await store.read<Seen>(id);
    const [editId = ''] = record.edits;
    if (seen?.value.editId === editId) continue;
    const body = isSettingsSubject(record.type) ? standingPart(record.type, record, former) : record.body;
    const members = digestMembers(body ?? {});
    const changed = listChanged(seen?.value.members ?? digestFormer(record, former), members);
    // Only after the entry: what was cut off in between is noted again, under the same id.
    await audit.noteOnce(
      describe({ ...record, body: { ...body } }, changed),
      record.updatedAt,
      shortDigest(editId).slice(0, 16),
    );
    const next: Seen = { editId, members };
    await (seen === undefined ? store.create(id, next) : store.replace(seen, next));
  }
}

function describe({ type, body, updatedBy }: AnyRecord, changed: readonly string[]) {
  const closedThrough = body['closedThrough'];
  const details = { type, changed: changed.join(' ') };
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
