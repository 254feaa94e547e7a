/** Text of a file that is read in place of another. */
export interface Patch {
  /** How the file's address ends. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The window that runs, as a key of what the libraries keep once a page. */
const WINDOW = 'globalThis.simulatedWindow()';

/** In a browser every window has modules of its own; here all share one. */
export const LIBRARY_PATCHES: readonly Patch[] = [
  {
    file: 'rxdb/dist/esm/rx-database.js',
    from: "return storage.name + '|' + name;",
    to: `return ${WINDOW}.page + '|' + storage.name + '|' + name;`,
  },
  {
    file: 'rxdb/dist/esm/plugins/storage-dexie/dexie-helper.js',
    from: 'getFromMapOrCreate(DEXIE_STATE_DB_BY_NAME, dexieDbName,',
    to: `getFromMapOrCreate(DEXIE_STATE_DB_BY_NAME, ${WINDOW}.page + dexieDbName,`,
  },
  {
    file: 'rxdb/dist/esm/plugins/utils/utils-time.js',
    from: 'var dateNow = Date.now();',
    to: `var dateNow = Date.now();
  var page = ${WINDOW};
  var _lastNowMs = page.rxdbMs ?? 0, _lastNowSub = page.rxdbSub ?? 0;
  try {`,
  },
  {
    file: 'rxdb/dist/esm/plugins/utils/utils-time.js',
    from: 'return _lastNowMs + _lastNowSub * 0.01;',
    to: 'return _lastNowMs + _lastNowSub * 0.01; } finally { page.rxdbMs = _lastNowMs; page.rxdbSub = _lastNowSub; }',
  },
  {
    file: 'rxdb/dist/esm/plugins/utils/utils-promise.js',
    from: 'idlePromiseQueue = idlePromiseQueue.then(() => {',
    to: `var idlePromiseQueue = Promise.resolve().then(() => {`,
  },
  {
    file: 'broadcast-channel/dist/esnode/util.js',
    from: 'var ret = Date.now() * 1000;',
    to: `var page = ${WINDOW}, lastMs = page.channelMs ?? 0;
  var ret = Date.now() * 1000;`,
  },
  { file: 'broadcast-channel/dist/esnode/util.js', from: 'lastMs = ret;\n', to: 'page.channelMs = ret;\n' },
  // Its limit of open collections holds for a page, and so for a window.
  {
    file: 'rxdb/dist/esm/rx-collection.js',
    from: 'export var OPEN_COLLECTIONS = new Set();',
    to: `export var OPEN_COLLECTIONS = {
  get own() { return (${WINDOW}.collections ??= new Set()); },
  get size() { return this.own.size; },
  add(collection) { this.own.add(collection); },
  delete(collection) { this.own.delete(collection); },
  values() { return this.own.values(); },
};`,
  },
  // Its advertisement.
  {
    file: 'rxdb/dist/esm/plugins/storage-dexie/rx-storage-instance-dexie.js',
    from: 'var shownNonPremiumLog = false;',
    to: 'var shownNonPremiumLog = true;',
  },
];
