import { COUNTED_TYPES } from '../../shared/records/counted.ts';
import { RECORD_TYPES } from '../../shared/records/registry.ts';
import type { CouchDatabase } from '../couch/couch-database.ts';
import type { CouchRequest } from '../couch/couch-request.ts';
import { installViews } from './install-views.ts';

export const TOTALS_DOCUMENT = '_design/totals';

/**
 * What a record counts for in the totals, as the facts of its type say, in minor units of its activity's currency excluding
 * VAT. Key: year, activity, type, month. Old JavaScript: it runs in CouchDB's own engine.
 */
const MAP = `function (doc) {
  var counts = ${JSON.stringify(countsByType())};
  if (!counts.hasOwnProperty(doc.type) || !doc.activityId || !doc.date || !doc.body) return;
  var fact = counts[doc.type];
  if (fact.statuses !== 'every' && fact.statuses.indexOf(doc.status) < 0) return;
  function read(path) {
    return path.split('.').reduce(function (found, name) { return found === undefined ? found : found[name]; }, doc.body);
  }
  var amount = read(fact.plus) - (fact.minus ? read(fact.minus) : 0);
  if (amount === amount) emit([doc.date.slice(0, 4), doc.activityId, doc.type, doc.date.slice(5, 7)], amount);
}`;

function countsByType() {
  return Object.fromEntries(COUNTED_TYPES.map((type) => [type, RECORD_TYPES[type].counts]));
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
