import { NETWORK_DATABASE } from '../../shared/access/database-names.ts';
import type { Couch } from '../couch/connect.ts';
import { couchStatus } from '../couch/couch-request.ts';
import type { Fault } from './arrival.ts';

const NOTE = '_local/consolidation-findings';
/** So many of one book are kept in the note; the log names every one, the nightly pass finds all of them again. */
const KEPT_A_BOOK = 200;

type Faults = ReadonlyMap<string, Fault>;

/** A record that the consolidation found something wrong with. */
export interface Finding extends Fault {
  readonly book: string;
  readonly recordId: string;
}

/** What the consolidation found wrong, book by book; survives a restart, and another worker's. */
export interface Findings {
  /** The faults that stand in a book, by record. */
  readonly of: (book: string) => Promise<Faults>;
  /** Replaces what was said of some records: those without a fault now have none any more. */
  readonly note: (book: string, recordIds: readonly string[], faults: Faults) => Promise<void>;
}

export function openFindings(couch: Couch, log: (line: string) => void): Findings {
  const network = couch.database(NETWORK_DATABASE);
  let loading: Promise<Map<string, Faults>> | undefined;
  const load = async (): Promise<Map<string, Faults>> => {
    const books = new Map<string, Map<string, Fault>>();
    for (const { book, recordId, ...fault } of await readFindings(couch)) {
      const faults = books.get(book) ?? new Map<string, Fault>();
      books.set(book, faults.set(recordId, fault));
    }
    return books;
  };
  const state = (): Promise<Map<string, Faults>> =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));

  const save = async (book: string, faults: Faults): Promise<void> => {
    for (;;) {
      const stored = await network.get(NOTE);
      const kept = listed(stored?.['findings']).filter((finding) => finding.book !== book);
      const own = [...faults].slice(0, KEPT_A_BOOK).map(([recordId, fault]) => ({ book, recordId, ...fault }));
      const note = { _id: NOTE, findings: [...kept, ...own] };
      try {
        await network.put(stored?._rev === undefined ? note : { ...note, _rev: stored._rev });
        return;
      } catch (error) {
        // Another worker noted something meanwhile.
        if (couchStatus(error) !== 409) throw error;
      }
    }
  };

  return {
    of: async (book) => (await state()).get(book) ?? new Map<string, Fault>(),
    note: async (book, recordIds, faults) => {
      const books = await state();
      const before = books.get(book) ?? new Map<string, Fault>();
      const isSame = recordIds.every((id) => toText(before.get(id)) === toText(faults.get(id)));
      if (isSame) return;
      const after = new Map(before);
      for (const id of recordIds) {
        const fault = faults.get(id);
        if (fault === undefined) after.delete(id);
        else after.set(id, fault);
        if (fault !== undefined && toText(before.get(id)) !== toText(fault)) log(describeFinding(book, id, fault));
      }
      books.set(book, after);
      await save(book, after);
    },
  };
}

/** What stands in the note, for the command. */
export async function readFindings(couch: Couch): Promise<readonly Finding[]> {
  return listed((await couch.database(NETWORK_DATABASE).get(NOTE))?.['findings']);
}

/** One finding in a line. */
export function describeFinding(book: string, recordId: string, { path, found }: Fault): string {
  switch (path) {
    case 'taken':
      return `${recordId} of ${book} was not copied: another activity has a record with this id`;
    case 'activityId':
      return `${recordId} of ${book} was not copied: it names another activity (${found})`;
    default:
      return `${recordId} of ${book} has ${found} first revisions: one was put beside the other`;
  }
}

/** The note is written by this file alone. */
function listed(findings: unknown): readonly Finding[] {
  return Array.isArray(findings) ? (findings as Finding[]) : [];
}

function toText(fault: Fault | undefined): string {
  return fault === undefined ? '' : `${fault.path} ${fault.found}`;
}
