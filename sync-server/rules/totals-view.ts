import { NOT_COUNTED } from '../../shared/network/not-counted.ts';
import { RECORD_TYPES, TYPE_NAMES } from '../../shared/records/registry.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import type { CouchRequest } from '../couch/couch-request.ts';
import { installViews } from './install-views.ts';

export const TOTALS_DOCUMENT = '_design/totals';

/**
 * What a record counts for in the totals, as the facts of its type say, in minor units of its activity's currency excluding
 * VAT; what only a later version understands counts for nothing under a name of its own. Key: year, activity, type, month.
 * Old JavaScript: it runs in CouchDB's own engine.
 */
const MAP = `function (doc) {
  var types = ${JSON.stringify(factsByType())};
  if (!doc.type || !doc.activityId || !doc.date || !doc.body) return;
  function count(type, amount) {
    emit([doc.date.slice(0, 4), doc.activityId, type, doc.date.slice(5, 7)], amount);
  }
  function read(path) {
    return path.split('.').reduce(function (found, name) { return found === undefined ? found : found[name]; }, doc.body);
  }
  var fact = types.hasOwnProperty(doc.type) ? types[doc.type] : undefined;
  if (!fact || doc.schemaVersion > fact.version) return count('${NOT_COUNTED}', 0);
  var counts = fact.counts;
  if (counts === 'nothing') return;
  if (counts.statuses !== 'every' && counts.statuses.indexOf(doc.status) < 0) return;
  var amount = read(counts.plus) - (counts.minus ? read(counts.minus) : 0);
  if (amount === amount) count(doc.type, amount);
}`;

function factsByType() {
  return Object.fromEntries(
    TYPE_NAMES.map((type) => {
      const { version, counts } = RECORD_TYPES[type];
      return [type, { version, counts }];
    }),
  );
}

/** Sum and count of one activity's records of a type, in a year or in one of its months. */
export interface TotalRow {
  readonly activityId: string;
  readonly type: string;
  /** `01` to `12`; absent in a year's total. */
  readonly month?: string;
  readonly count: number;
  readonly sumMinor: number;
}

/** Writes the view into the network's database unless the same one is there. */
export function installTotals(network: CouchDatabase): Promise<void> {
  return installViews(network, TOTALS_DOCUMENT, { records: { map: MAP, reduce: '_stats' } });
}

/** Totals of the network as the database's views count them. */
export interface TotalsReader {
  /** The years that hold records, newest first, with how many. */
  readonly years: () => Promise<readonly { readonly year: string; readonly count: number }[]>;
  /** Every activity's totals of a year by type. */
  readonly ofYear: (year: string) => Promise<readonly TotalRow[]>;
  /** One activity's totals of a year by type and month. */
  readonly ofActivity: (year: string, activityId: string) => Promise<readonly TotalRow[]>;
}

export function openTotals(network: CouchDatabase): TotalsReader {
  const read = async (start: readonly string[], groupLevel: number): Promise<readonly TotalRow[]> => {
    const query = { startkey: start, endkey: [...start, {}], group_level: groupLevel };
    return (await readRows(network, query)).map(({ key: [, activityId, type, month], value }) => ({
      activityId,
      type,
      ...(month !== undefined && { month }),
      count: value.count,
      sumMinor: value.sum,
    }));
  };
  return {
    years: async () => {
      const rows = await readRows(network, { group_level: 1 });
      return rows.map(({ key: [year], value }) => ({ year, count: value.count })).toReversed();
    },
    ofYear: (year) => read([year], 3),
    ofActivity: (year, activityId) => read([year, activityId], 4),
  };
}

interface TotalsRow {
  readonly key: readonly [year: string, activityId: string, type: string, month?: string];
  readonly value: { readonly sum: number; readonly count: number };
}

async function readRows(network: CouchDatabase, query: CouchRequest['query']): Promise<readonly TotalsRow[]> {
  // Keys as the map function emits them, values as `_stats` gives them.
  return (await network.view('totals', 'records', query)) as readonly TotalsRow[];
}
