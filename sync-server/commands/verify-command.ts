import { parseArgs } from 'node:util';
import { z } from 'zod';
import { askSystem } from './ask-system.ts';
import { requireDataFolder } from './data-folder-option.ts';
import { formatTable } from './text-table.ts';

const verifyAnswer = z.object({
  verified: z.array(
    z.object({
      book: z.string(),
      recordId: z.string(),
      status: z.enum(['verified', 'mismatch', 'notVerifiable']),
      differences: z.array(z.object({ path: z.string(), expected: z.string(), found: z.string() })),
    }),
  ),
});

export async function runVerify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const { verified } = await askSystem(requireDataFolder(values.data), 'verify', {}, verifyAnswer);
  const wrong = verified.filter(({ status }) => status === 'mismatch');
  const books = [...new Set(verified.map(({ book }) => book))];
  const later = verified.filter(({ status }) => status === 'notVerifiable');
  const counts = books.map((book) => {
    const records = verified.filter((record) => record.book === book);
    const count = (wanted: string): string => String(records.filter(({ status }) => status === wanted).length);
    return [book, String(records.length), count('verified'), count('mismatch'), count('notVerifiable')];
  });
  console.log(formatTable([['book', 'looked at', 'verified', 'mismatch', 'of a later version'], ...counts]));
  for (const { book, recordId, differences } of wrong) {
    console.log(`\n${recordId} in ${book}`);
    console.log(
      formatTable(
        differences.map(({ path, expected, found }) => [`  ${path}`, `expected ${expected}`, `found ${found}`]),
      ),
    );
  }
  if (later.length > 0) {
    console.log(`\n${String(later.length)} cannot be verified by this version: update Sillon on the server.`);
    for (const { book, recordId } of later) console.log(`  ${recordId} in ${book}`);
  }
  console.log(
    `\n${String(verified.length - later.length)} checked, ${String(wrong.length)} mismatch${wrong.length === 1 ? '' : 'es'}`,
  );
  return wrong.length === 0 ? 0 : 1;
}
