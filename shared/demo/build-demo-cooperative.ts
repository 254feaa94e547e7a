import type { Hasher } from '../core/ports.ts';
import { createSettings } from '../cooperative/create-settings.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import { addMonths, firstDay, monthOf } from '../time/month.ts';
import { addRecentBankImport } from './demo-bank-import.ts';
import type { DemoBook } from './demo-book.ts';
import { addExpenses } from './demo-expenses.ts';
import { seedIds } from './demo-ids.ts';
import { addCustomers, addInvoices } from './demo-invoices.ts';
import { addLedgerEntries } from './demo-ledger.ts';
import type { DemoPerson } from './demo-person.ts';
import { seedRandom } from './demo-random.ts';
import { addActivitySettings, DEMO_COORDINATOR, demoSettings, demoSupportContext } from './demo-settings.ts';
import { addAbroadPays } from './demo-abroad-pays.ts';
import { addStatements } from './demo-statements.ts';
import { addTimesheets } from './demo-timesheets.ts';
import type { DemoPersonal } from './demo-withholding.ts';
import { demoRates } from './demo-withholding.ts';
import { BRITTANY_PEOPLE } from './people-brittany.ts';
import { BURGUNDY_PEOPLE } from './people-burgundy.ts';
import { MADAGASCAR_PEOPLE } from './people-madagascar.ts';
import { OCCITANIA_PEOPLE } from './people-occitania.ts';

/** Months of history before the current one. */
const HISTORY_MONTHS = 12;

/** A member of the support team. */
export interface DemoSupporter {
  readonly account: string;
  readonly displayName: string;
}

/** One activity of the demonstration with its whole book. */
export interface DemoActivity {
  readonly activityId: string;
  readonly person: DemoPerson;
  readonly displayName: string;
  readonly records: readonly AnyRecord[];
}

/** The demonstration cooperative. */
export interface DemoCooperative {
  /** What it set, all of it, and the records that say so. */
  readonly cooperative: CooperativeSettings;
  readonly settings: readonly AnyRecord[];
  readonly supporters: readonly DemoSupporter[];
  readonly activities: readonly DemoActivity[];
  /** What stands in the personal databases. */
  readonly personal: readonly DemoPersonal[];
}

/**
 * Builds the demonstration cooperative as it would stand on `today` (ISO date): twelve months of books of people in three
 * rural regions and abroad, every figure computed by the shared rules. The same day gives the same records, ids included.
 * `hash` is SHA-256. Records are as on a device that never met the server (`rev` empty).
 */
export function buildDemoCooperative(today: string, hash: Hasher): DemoCooperative {
  const firstMonth = addMonths(monthOf(today), -HISTORY_MONTHS);
  const cooperative = demoSettings(today);
  const context = demoSupportContext(firstMonth, seedIds('cooperative'));
  const settings = createSettings(context, firstDay(firstMonth), cooperative);
  const people = [...BURGUNDY_PEOPLE, ...BRITTANY_PEOPLE, ...OCCITANIA_PEOPLE, ...MADAGASCAR_PEOPLE];
  const activities = people.map((person): DemoActivity => {
    // The activity's own id must not move with the calendar: it names the database.
    const activityId = seedIds(`activity ${person.code}`).next('2024-01-01');
    const book: DemoBook = {
      person,
      activityId,
      today,
      firstMonth,
      author: { user: person.account, device: 'demonstration' },
      ids: seedIds(`${person.code} ${today}`),
      random: seedRandom(`${person.code} ${monthOf(today)}`),
      hash,
      records: [],
    };
    fillBook(book, cooperative);
    return { activityId, person, displayName: `${person.firstName} ${person.lastName}`, records: book.records };
  });
  const personal = demoRates(context, firstDay(firstMonth), hash);
  return { cooperative, settings, supporters: [DEMO_COORDINATOR], activities, personal };
}

function fillBook(book: DemoBook, cooperative: CooperativeSettings): void {
  const activity = addActivitySettings(book);
  const customers = addCustomers(book);
  addInvoices(book, customers, cooperative);
  addLedgerEntries(book);
  addExpenses(book);
  addTimesheets(book, customers);
  if (book.person.account === 'lea.morvan') addRecentBankImport(book);
  // Last: what can be paid depends on everything above.
  if (activity.contract.kind === 'abroad') addAbroadPays(book, activity, cooperative);
  else addStatements(book, activity, cooperative);
}
