import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { readNumber, readText } from '../../device/pieces/read-body.ts';
import type { RecordSummary, WordsPart } from '../../device/pieces/type-words.ts';
import { titled } from '../../device/pieces/type-words.ts';

export const booksWords = {
  bankImport: {
    describe: ({ body }) => titled(readText(body, 'fileName')),
    address: () => '/bank-import',
    proof: [],
  },
  expense: { describe: byLabel, address: ({ id }) => `/expenses/${id}`, proof: [] },
  ledgerEntry: { describe: byLabel, address: ({ id }) => `/ledger/${id}`, proof: [] },
  timesheetWeek: {
    describe: ({ date }) => ({ title: { kind: 'weekOf', date } }),
    address: () => '/timesheet',
    proof: [],
  },
} satisfies WordsPart;

function byLabel({ body }: AnyRecord): RecordSummary {
  return { ...titled(readText(body, 'label')), amountCents: readNumber(body, 'amountCents') };
}
