import type { LineDraft, StatementDraft } from './assemble-statement.ts';
import { finishStatement, startStatement } from './assemble-statement.ts';
import { readBankAmount } from './bank-amount.ts';
import { readBankDate } from './bank-date.ts';
import type { OfxRow, OfxStatement } from './ofx-rows.ts';
import { readOfxRows } from './ofx-rows.ts';
import type { ReadOptions } from './read-options.ts';
import type { ReadStatements, UnreadableReason, UnreadableRow } from './statement.ts';

/** Whether a text is an OFX document, version 1 (SGML) or 2 (XML). */
export function isOfx(text: string): boolean {
  return /<OFX\s*>/i.test(text);
}

/**
 * Reads an OFX document: several accounts, several lists an account, credit cards. Lists and statements of one account
 * and currency become one statement; a row in a currency of its own goes to a statement of that currency. Every
 * transaction of the file is either in a line or among `unreadable`. Never fails.
 */
export function readOfx(text: string, options: ReadOptions): ReadStatements {
  const drafts = new Map<string, StatementDraft>();
  const unreadable: UnreadableRow[] = [];

  function draftOf(account: string, currency: string): StatementDraft {
    const key = `${account}|${currency}`;
    const draft = drafts.get(key) ?? startStatement(account, currency);
    drafts.set(key, draft);
    return draft;
  }

  for (const ofxStatement of readOfxRows(text)) {
    const { fields } = ofxStatement;
    const account =
      fields.get('BANKACCTFROM.ACCTID') ?? fields.get('CCACCTFROM.ACCTID') ?? fields.get('INVACCTFROM.ACCTID') ?? '';
    const currency = readCurrency(fields.get('CURDEF') ?? options.defaultCurrency);
    if (currency !== undefined) describe(draftOf(account, currency), ofxStatement);
    for (const row of ofxStatement.rows) {
      const own = row.fields.get('CURRENCY.CURSYM');
      const rowCurrency = own === undefined ? currency : readCurrency(own);
      const line = rowCurrency === undefined ? 'currency' : readRow(row, rowCurrency);
      if (typeof line === 'string') unreadable.push({ row: row.row, text: row.text, reason: line });
      else if (rowCurrency !== undefined) draftOf(account, rowCurrency).lines.push(line);
    }
  }
  return { statements: [...drafts.values()].map((draft) => finishStatement(draft, options.hash)), unreadable };
}

function readCurrency(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? code : undefined;
}

/** Widest period of the lists, and closing balance. What cannot be read is left unknown. */
function describe(draft: StatementDraft, { fields, periodDates }: OfxStatement): void {
  for (const start of periodDates.starts) {
    const from = readBankDate(start);
    if (from.ok && (draft.fromDate === '' || from.value < draft.fromDate)) draft.fromDate = from.value;
  }
  for (const end of [...periodDates.ends, fields.get('LEDGERBAL.DTASOF') ?? '']) {
    const to = readBankDate(end);
    if (to.ok && to.value > draft.toDate) draft.toDate = to.value;
  }
  const balance = readBankAmount(fields.get('LEDGERBAL.BALAMT') ?? '', draft.currency);
  if (balance.ok) draft.closingBalanceCents = balance.value;
}

function readRow(row: OfxRow, currency: string): LineDraft | UnreadableReason {
  const { fields } = row;
  if (row.isTruncated) return 'truncated';
  if (row.isPending) return 'pending';
  if (fields.has('CORRECTACTION') || fields.has('CORRECTFITID')) return 'correction';
  const date = readBankDate(fields.get('DTPOSTED') ?? fields.get('DTUSER') ?? '');
  if (!date.ok) return 'date';
  const amount = readBankAmount(fields.get('TRNAMT') ?? '', currency);
  if (!amount.ok) return 'amount';
  const texts = [fields.get('NAME') ?? fields.get('PAYEE.NAME') ?? '', fields.get('MEMO') ?? ''];
  return {
    row: row.row,
    date: date.value,
    amountCents: amount.value,
    labelParts: texts.some((part) => part !== '') ? texts : [fields.get('TRNTYPE') ?? ''],
    bankId: fields.get('FITID') ?? '',
    counterparty: fields.get('PAYEE.NAME') ?? '',
    reference: fields.get('CHECKNUM') ?? fields.get('REFNUM') ?? '',
  };
}
