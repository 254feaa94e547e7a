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
      status: z.enum(['verified', 'mismatch']),
      differences: z.array(z.object({ path: z.string(), expected: z.string(), found: z.string() })),
    }),
  ),
});

export async function runVerify(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { data: { type: 'string' } } });
  const { verified } = await askSystem(requireDataFolder(values.data), 'verify', {}, verifyAnswer);
  const wrong = verified.filter(({ status }) => status === 'mismatch');
  const books = [...new Set(verified.map(({ book }) => book))];
  const counts = books.map((book) => {
    const records = verified.filter((record) => record.book === book);
    const bad = records.filter(({ status }) => status === 'mismatch').length;
    return [book, String(records.length), String(records.length - bad), String(bad)];
  });
  console.log(formatTable([['book', 'checked', 'verified', 'mismatch'], ...counts]));
  for (const { book, recordId, differences } of wrong) {
    console.log(`\n${recordId} in ${book}`);
    console.log(
      formatTable(
        differences.map(({ path, expected, found }) => [`  ${path}`, `expected ${expected}`, `found ${found}`]),
      ),
    );
  }
  console.log(
    `\n${String(verified.length)} checked, ${String(wrong.length)} mismatch${wrong.length === 1 ? '' : 'es'}`,
  );
  return wrong.length === 0 ? 0 : 1;
}
