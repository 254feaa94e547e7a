import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { DatabaseName, RecordOf } from '../../../shared/records/registry.ts';
import { RECORDS_ONLY } from '../../../shared/sync/records-only.ts';
import type { Session } from '../../../src-renderer/session/session.ts';
import { openDemo, reopen } from '../../../src-renderer/session/session.ts';
import { watchSyncStatus } from '../../../src-renderer/sync/sync-engine.ts';
import type { SoakPage } from './soak-contract.ts';
import { editEntry, fetchAgain, isSoakEntry, newEntry, toDumped, toWrite } from './soak-entries.ts';

/** CouchDB's answer. */
interface Page {
  readonly results: { readonly id: string; readonly deleted?: boolean; readonly doc: AnyRecord }[];
  readonly last_seq: string;
  readonly pending: number;
}

let session: Session | undefined;
let phase = 'none';

function open(): Session {
  if (session === undefined) throw new Error('no session');
  return session;
}

function start(opened: Session): void {
  session = opened;
  watchSyncStatus(opened.store, (status) => {
    phase = status.phase;
  });
}

/** The collection this account writes entries to: its own book, or the network's copy for the support team. */
function target(): Extract<DatabaseName, 'book' | 'network'> {
  return open().store.parts.account.role === 'member' ? 'book' : 'network';
}

function soakEntries(): RecordOf<'ledgerEntry'>[] {
  return open().store.image(target()).list('ledgerEntry').filter(isSoakEntry);
}

const page: SoakPage = {
  async enter(account) {
    const opened = await openDemo(account);
    if (!opened.ok) throw new Error(`${opened.error.code}: ${opened.error.message}`);
    start(opened.value);
  },

  async reopen() {
    const opened = await reopen();
    if (opened === undefined) throw new Error('nothing to open again');
    start(opened);
  },

  async create(label, activityId) {
    const { store } = open();
    const after = newEntry(store.parts.context, activityId, label);
    const done = await store.write('entryAdded', [{ before: undefined, after }]);
    if (!done.ok) throw new Error(done.error.code);
    return toWrite(undefined, after);
  },

  async edit(position, field, text) {
    const { store } = open();
    const entries = soakEntries();
    const before = entries[position % Math.max(1, entries.length)];
    if (before === undefined) return undefined;
    const after = editEntry(store.parts.context, before, field, text);
    const done = await store.write('entryChanged', [{ before, after }]);
    if (done.ok) return toWrite(before, after);
    // Changed by the exchange between reading and writing: a person would see it and try again.
    if (done.error.code === 'store.writeFailed') return undefined;
    throw new Error(done.error.code);
  },

  state() {
    const image = open().store.image(target());
    return { phase, pending: image.pendingCount, isComplete: image.isComplete };
  },

  syncNow() {
    open().sync.syncNow();
  },

  activityId() {
    return open().store.parts.account.activityId;
  },

  dump(activityId) {
    return [...open().store.image(target()).all()].filter((one) => one.activityId === activityId).map(toDumped);
  },

  async server(database, activityId) {
    const { account } = open().store.parts;
    const headers = { 'x-sillon-account': account.account, 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(RECORDS_ONLY) };
    const rows: Page['results'] = [];
    for (let since = '0', pending = 1; pending > 0;) {
      const query = `filter=_selector&include_docs=true&since=${since}`;
      const answer = await fetchAgain(`/couch/${database}/_changes?${query}`, request);
      if (!answer.ok) throw new Error(`${database}: ${String(answer.status)}`);
      const read = (await answer.json()) as Page;
      rows.push(...read.results.filter(({ deleted }) => deleted !== true));
      ({ last_seq: since, pending } = read);
    }
    return rows.filter(({ doc }) => doc.activityId === activityId).map(({ id, doc }) => toDumped({ ...doc, id }));
  },
};

Object.assign(window, { soak: page });
