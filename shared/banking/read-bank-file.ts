import { appError } from '../core/errors.ts';
import type { Hasher } from '../core/ports.ts';
import type { Result } from '../core/result.ts';
import { fail, ok } from '../core/result.ts';
import { maskAccount } from './account-ref.ts';
import type { CsvMapping } from './csv-layout.ts';
import { guessCsvMapping } from './csv-layout.ts';
import type { TextEncoding } from './decode-text.ts';
import { decodeText } from './decode-text.ts';
import type { CsvLayout } from './read-csv.ts';
import { readCsv } from './read-csv.ts';
import { isOfx, readOfx } from './read-ofx.ts';
import type { ReadStatements } from './statement.ts';

/** Largest bank file that is read, in bytes. */
export const MAX_BANK_FILE_BYTES = 10 * 1024 * 1024;

/** What reading a file takes from outside of it. */
export interface ReadBankFileOptions {
  readonly hash: Hasher;
  /** Currency of a file that does not name one; `EUR` when left out. */
  readonly defaultCurrency?: string;
  /** Account number to use for statements of a file that does not name the account. */
  readonly account?: string;
  /** How to read a CSV file; guessed when left out. */
  readonly csvMapping?: CsvMapping;
}

/** A bank file that was read. */
export interface BankFile extends ReadStatements {
  readonly format: 'ofx' | 'csv';
  readonly encoding: TextEncoding;
  /** Present for a CSV file. */
  readonly csv?: CsvLayout;
}

/**
 * Recognises a bank file by its content and reads it. A CSV file whose columns cannot be guessed is a success with
 * `csv.isComplete` false and all its rows in `unreadable`, so that a person can say what the columns are.
 * Errors: `file.tooLarge` (over 10 MB), `bank.unknownFormat`, `bank.unreadable` (OFX without any statement),
 * `bank.noTransactions`.
 */
export function readBankFile(name: string, bytes: Uint8Array, options: ReadBankFileOptions): Result<BankFile> {
  if (bytes.length > MAX_BANK_FILE_BYTES) {
    const megabytes = MAX_BANK_FILE_BYTES / 1024 / 1024;
    return fail(appError('file.tooLarge', `${name}: more than ${String(megabytes)} MB`, { name, megabytes }));
  }
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === '') return fail(appError('bank.noTransactions', `${name}: empty file`, { name }));
  if (text.includes('\0')) return fail(appError('bank.unknownFormat', `${name}: not a text file`, { name }));
  const readOptions = { hash: options.hash, defaultCurrency: options.defaultCurrency ?? 'EUR' };
  if (isOfx(text)) {
    const read = readOfx(text, readOptions);
    if (read.statements.length === 0 && read.unreadable.length === 0) {
      return fail(appError('bank.unreadable', `${name}: OFX without a statement`, { name }));
    }
    return finish({ format: 'ofx', encoding, ...read });
  }
  const mapping = isOtherBankFormat(text) ? undefined : (options.csvMapping ?? guessCsvMapping(text));
  if (mapping === undefined) return fail(appError('bank.unknownFormat', `${name}: neither OFX nor CSV`, { name }));
  const { layout, ...read } = readCsv(text, mapping, readOptions);
  return finish({ format: 'csv', encoding, ...read, csv: layout });

  function finish(file: BankFile): Result<BankFile> {
    if (file.unreadable.length === 0 && file.statements.every((statement) => statement.lines.length === 0)) {
      return fail(appError('bank.noTransactions', `${name}: no transaction in the file`, { name }));
    }
    const accountRef = maskAccount(options.account ?? '');
    const statements = file.statements.map((statement) =>
      statement.accountRef === '' && accountRef !== '' ? { ...statement, accountRef } : statement,
    );
    return ok({ ...file, statements });
  }
}

/** XML of another kind, PDF, CFONB (fixed records of 120 characters) and QIF could pass for a table: they are not. */
function isOtherBankFormat(text: string): boolean {
  return /^\s*(<|%PDF|!Type:|!Account)/i.test(text) || /^0[1457]\d{5}.{113}\s*$/m.test(text.slice(0, 2000));
}
