import { ulid } from 'ulid';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { WriteContext } from '../../../shared/records/write-record.ts';
import { openPouchdbStore } from './open-pouchdb-store.ts';
import { openRxdbCouchdbStore } from './open-rxdb-couchdb-store.ts';
import { openSillonStore } from './open-sillon-store.ts';
import type { PlainPage, PlainPlace } from './plain-contract.ts';
import type { PlainStore } from './plain-store.ts';
import type { DumpedRecord } from './soak-contract.ts';
import { editEntry, fetchAgain, isSoakEntry, newEntry, toDumped, toWrite } from './soak-entries.ts';

const ACTIVITY = 'A1';
const ACCOUNT = 'plain';
const KEPT = 'plain-place';
const DATABASE = 'plain';

const context: WriteContext = {
  author: { user: ACCOUNT, device: ACCOUNT },
  clock: () => new Date().toISOString(),
  newId: () => ulid(),
};

let place: PlainPlace | undefined;
let store: PlainStore | undefined;

function opened(): { readonly store: PlainStore; readonly place: PlainPlace } {
  if (store === undefined || place === undefined) throw new Error('nothing is open');
  return { store, place };
}

const headers = (): Record<string, string> => {
  const { authorization } = opened().place;
  return { 'x-sillon-account': ACCOUNT, ...(authorization !== '' && { authorization }) };
};

/** Our exchange asks below `/couch`, the others at the address they were given. */
const reach: typeof fetch = (input, init) => {
  const address = typeof input === 'string' ? input : input instanceof URL ? input.href : input.url;
  const { pathname, search } = new URL(address, location.href);
  const path = pathname.replace(/^\/couch\/plain/, opened().place.path);
  const merged = new Headers(init?.headers);
  for (const [name, value] of Object.entries(headers())) merged.set(name, value);
  return fetch(path + search, { ...init, headers: merged });
};

interface ServerDocument extends AnyRecord {
  readonly _id: string;
  readonly _conflicts?: readonly string[];
}

/** What the server keeps of the revisions that lost an automatic choice. */
async function readLosers({ _id, _conflicts = [] }: ServerDocument): Promise<DumpedRecord[]> {
  const losers: DumpedRecord[] = [];
  for (const rev of _conflicts) {
    const url = `${opened().place.path}/${encodeURIComponent(_id)}?rev=${rev}`;
    const document = (await (await fetchAgain(url, { headers: headers() })).json()) as AnyRecord; // as written here
    losers.push({ ...toDumped({ ...document, id: `${_id} ${rev}` }), type: 'losingRevision' });
  }
  return losers;
}

const page: PlainPage = {
  async open(chosen) {
    place = chosen;
    sessionStorage.setItem(KEPT, JSON.stringify(chosen));
    if (chosen.variant === 'sillon') store = await openSillonStore(ACCOUNT, ACTIVITY);
    else if (chosen.variant === 'rxdb-couchdb') store = await openRxdbCouchdbStore(ACCOUNT);
    else store = openPouchdbStore(ACCOUNT);
  },

  start() {
    opened().store.start({ database: DATABASE, fetch: reach, url: new URL(opened().place.path, location.href).href });
  },

  async enter(text) {
    await page.open(JSON.parse(text) as PlainPlace); // written by the one who starts the devices
    page.start();
  },

  async reopen() {
    await page.enter(sessionStorage.getItem(KEPT) ?? '');
  },

  fill: (records) => opened().store.fill(records),

  count: async () => (await opened().store.all()).length,

  async create(label, activityId) {
    const after = newEntry(context, activityId, label);
    if (!(await opened().store.write(undefined, after))) throw new Error('a new record was refused');
    return toWrite(undefined, after);
  },

  async edit(position, field, text) {
    const entries = (await opened().store.all()).filter(isSoakEntry).sort((a, b) => (a.id < b.id ? -1 : 1));
    const before = entries[position % Math.max(1, entries.length)];
    if (before === undefined) return undefined;
    const after = editEntry(context, before, field, text);
    return (await opened().store.write(before, after)) ? toWrite(before, after) : undefined;
  },

  state() {
    const { phase, pending } = opened().store.state();
    return { phase, pending, isComplete: phase !== 'reading' };
  },

  syncNow() {
    opened().store.syncNow();
  },

  activityId: () => ACTIVITY,

  dump: async () => (await opened().store.all()).map(toDumped),

  async server() {
    const url = `${opened().place.path}/_all_docs?include_docs=true&conflicts=true`;
    const { rows } = (await (await fetchAgain(url, { headers: headers() })).json()) as {
      rows: { id: string; doc: ServerDocument }[]; // CouchDB's answer
    };
    const documents = rows.filter(({ id }) => !id.startsWith('_design/')).map(({ id, doc }) => ({ ...doc, id }));
    return [...documents.map(toDumped), ...(await Promise.all(documents.map(readLosers))).flat()];
  },
};

Object.assign(window, { soak: page });
