import type { RecordOf } from '../records/registry.ts';
import { addDays, mondayOf } from '../time/plain-date.ts';
import type { DemoBook } from './demo-book.ts';
import { addToBook } from './demo-book.ts';

/** Adds one timesheet a week, two to four deals each, about the hours of the contract. */
export function addTimesheets(book: DemoBook, customers: readonly RecordOf<'customer'>[]): void {
  const { random, person } = book;
  const dayMinutes = Math.round(person.weeklyMinutes / 5 / 15) * 15;
  for (let monday = mondayOf(`${book.firstMonth}-07`); monday <= book.today; monday = addDays(monday, 7)) {
    // Weeks off: two in August, one at the turn of the year.
    const isOff = /-08-(0[4-9]|1[0-7])$/.test(monday) || /-12-2[5-9]$/.test(monday);
    if (isOff) continue;
    const deals = new Set([
      random.pick(customers).body.name,
      random.pick(customers).body.name,
      'Prospection',
      'Gestion',
    ]);
    const rows = [...deals].map((deal, index) => ({
      deal,
      minutes: Array.from({ length: 7 }, (_, day) => {
        if (day > 4 || addDays(monday, day) > book.today) return 0;
        const share = index === 0 ? 60 : index === 1 ? 25 : 10;
        return random.chance(index === 0 ? 90 : 45) ? Math.round((dayMinutes * share) / 100 / 15) * 15 : 0;
      }),
    }));
    addToBook(book, { type: 'timesheetWeek', date: monday, status: 'active', body: { rows } });
  }
}
