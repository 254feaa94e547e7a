import type { Hasher } from '../core/ports.ts';
import { encodeUtf8 } from '../core/utf8.ts';
import { maskAccount } from './account-ref.ts';
import { collapseText, findCounterparty, joinLabelParts } from './bank-label.ts';
import { createFingerprinter } from './fingerprint.ts';
import type { BankLine, BankStatement } from './statement.ts';

/** A line before it has its id and its texts are tidied. */
export interface LineDraft {
  readonly row: number;
  readonly date: string;
  readonly amountCents: number;
  readonly labelParts: readonly string[];
  readonly bankId: string;
  readonly counterparty: string;
  readonly reference: string;
}

/** A statement while its file is being read; empty texts mean unknown. */
export interface StatementDraft {
  readonly account: string;
  readonly currency: string;
  fromDate: string;
  toDate: string;
  closingBalanceCents: number | undefined;
  readonly lines: LineDraft[];
}

/** An empty draft for an account and a currency. */
export function startStatement(account: string, currency: string): StatementDraft {
  return { account, currency, fromDate: '', toDate: '', closingBalanceCents: undefined, lines: [] };
}

/** Tidies the texts, gives every line an id, masks the account and widens the period to the dates of the lines. */
export function finishStatement(draft: StatementDraft, hash: Hasher): BankStatement {
  const fingerprint = createFingerprinter(hash);
  const lines = draft.lines.map((line): BankLine => {
    const joined = joinLabelParts(line.labelParts);
    const rawLabel = collapseText(joined, 500);
    const bankId = line.bankId.length > 200 ? `long-${hash(encodeUtf8(line.bankId))}` : line.bankId;
    const hasBankId = bankId !== '' && !isEmptyId(bankId);
    const counterparty = collapseText(line.counterparty, 200) || findCounterparty(rawLabel);
    return {
      transactionId: hasBankId ? bankId : fingerprint({ date: line.date, amountCents: line.amountCents, rawLabel }),
      date: line.date,
      amountCents: line.amountCents,
      label: collapseText(joined, 200),
      rawLabel,
      ...(counterparty ? { counterparty } : {}),
      ...(line.reference ? { reference: collapseText(line.reference, 200) } : {}),
      row: line.row,
    };
  });
  let { fromDate, toDate } = draft;
  for (const { date } of lines) {
    if (fromDate === '' || date < fromDate) fromDate = date;
    if (date > toDate) toDate = date;
  }
  return {
    accountRef: maskAccount(draft.account),
    currency: draft.currency,
    fromDate,
    toDate,
    ...(draft.closingBalanceCents === undefined ? {} : { closingBalanceCents: draft.closingBalanceCents }),
    lines,
  };
}

/** Fillers some banks write where an id should stand: the same on every line, so no id at all. */
function isEmptyId(bankId: string): boolean {
  return /^(0+|NONREF|NOTPROVIDED|NONE|NULL|N\/?A)$/i.test(bankId);
}
