import type { RecordOf } from '../records/registry.ts';
import { addDays } from '../time/plain-date.ts';
import { isFingerprint } from './fingerprint.ts';
import type { BankLine } from './statement.ts';

/** Records of the book a bank line may already stand in. */
export type BookRecord = RecordOf<'ledgerEntry'> | RecordOf<'payment'>;

/** How a line stands to a record. */
export type KnownReason = 'sameTransaction' | 'sameIdDifferent' | 'repeatedInFile' | 'sameAsOtherFile' | 'sameAsNoted';

/** What was found for a line. */
export interface KnownLine {
  readonly reason: KnownReason;
  /** Ids of records; empty when the line only repeats another one of the same file. */
  readonly matches: readonly string[];
}

/** A line with its amount in the currency of the book. */
export interface ComparedLine {
  readonly line: BankLine;
  readonly bookAmountCents: number;
}

const NEAR_DAYS = 3;

/**
 * Records that still count: not voided (an import that was undone), for payments not reversed and not themselves a
 * reversal.
 */
export function listLiveRecords(
  entries: Iterable<RecordOf<'ledgerEntry'>>,
  payments: Iterable<RecordOf<'payment'>>,
): BookRecord[] {
  const all = [...payments];
  const reversed = new Set(all.flatMap((payment) => payment.body.reverses ?? []));
  return [
    ...[...entries].filter((entry) => entry.status !== 'voided'),
    ...all.filter(
      (payment) => payment.status !== 'voided' && payment.body.reverses === undefined && !reversed.has(payment.id),
    ),
  ];
}

/**
 * Finds, for each line of a statement, the record it already stands in. One record answers for one line only, so that two
 * equal lines need two records. First by the account and the bank's id; then, for what is left, records of the same
 * amount: from another file of the same account on the same day (within 3 days when one of both files had no bank ids),
 * and noted by hand within 3 days. Linear in lines + records. The answer at an index is undefined for an unknown line.
 */
export function findKnownLines(
  lines: readonly ComparedLine[],
  records: readonly BookRecord[],
  statement: { readonly accountRef: string; readonly currency: string; readonly bookCurrency: string },
): (KnownLine | undefined)[] {
  const found: (KnownLine | undefined)[] = lines.map(() => undefined);
  const taken = new Set<string>();
  const isForeign = statement.currency !== statement.bookCurrency;
  matchByTransactionId();
  const imported = groupBy(records, (record) =>
    record.body.bank && isSameAccount(record.body.bank.account)
      ? amountOnDay(record.body.amountCents, record.date)
      : '',
  );
  const noted = groupBy(records, (record) =>
    record.body.bank ? '' : amountOnDay(record.body.amountCents, record.date),
  );
  for (let days = 0; days <= NEAR_DAYS; days += 1) {
    matchByAmount(imported, days, 'sameAsOtherFile');
    matchByAmount(noted, days, 'sameAsNoted');
  }
  return found;

  function matchByTransactionId(): void {
    const ofAccount = records.filter((record) => record.body.bank?.account === statement.accountRef);
    const byId = groupBy(ofAccount, (record) => `id ${record.body.bank?.transactionId ?? ''}`);
    const byMovement = groupBy(ofAccount, movementOf);
    const knownMovements = new Set(byMovement.keys());
    // Exact ones first: where a bank uses an id twice, a changed line must not take the record of an unchanged one.
    lines.forEach((compared, index) => {
      for (const movement of movementsOfLine(compared)) {
        const record = byMovement.get(movement)?.shift();
        if (record === undefined) continue;
        taken.add(record.id);
        found[index] = { reason: 'sameTransaction', matches: [record.id] };
        return;
      }
    });
    const seenInFile = new Set<string>();
    lines.forEach((compared, index) => {
      const { transactionId } = compared.line;
      const candidates = byId.get(`id ${transactionId}`) ?? [];
      if (found[index] === undefined && candidates.length > 0) {
        const isRepeat = movementsOfLine(compared).some((movement) => knownMovements.has(movement));
        const matches = candidates.slice(0, 5).map((record) => record.id);
        found[index] = { reason: isRepeat ? 'repeatedInFile' : 'sameIdDifferent', matches };
      } else if (found[index] === undefined && seenInFile.has(transactionId)) {
        found[index] = { reason: 'repeatedInFile', matches: [] };
      }
      seenInFile.add(transactionId);
    });
    // A record whose id stands in this file is spoken for: it explains no other line.
    for (const transactionId of seenInFile)
      for (const record of byId.get(`id ${transactionId}`) ?? []) taken.add(record.id);
  }

  function matchByAmount(groups: ReadonlyMap<string, BookRecord[]>, days: number, reason: KnownReason): void {
    if (groups.size === 0) return;
    lines.forEach(({ line, bookAmountCents }, index) => {
      if (found[index] !== undefined) return;
      for (const date of days === 0 ? [line.date] : [addDays(line.date, -days), addDays(line.date, days)]) {
        const group = groups.get(amountOnDay(bookAmountCents, date));
        while (group !== undefined && taken.has(group[0]?.id ?? '')) group.shift();
        const record = group?.[0];
        if (record === undefined || (days > 0 && hasSameKindOfId(record, line))) continue;
        taken.add(record.id);
        found[index] = { reason, matches: [record.id] };
        return;
      }
    });
  }

  function isSameAccount(account: string): boolean {
    return account === statement.accountRef || account === '' || statement.accountRef === '';
  }

  /** Id, day and amount as in the file; the rate of an earlier import may differ, and payments do not keep the amount of the file. */
  function movementOf(record: BookRecord): string {
    const bank = record.body.bank;
    if (bank === undefined) return '';
    const original = record.type === 'ledgerEntry' ? record.body.bank?.original?.amountCents : undefined;
    const amount = isForeign ? (original ?? 'unknown') : record.body.amountCents;
    return `${record.date} ${String(amount)} ${bank.transactionId}`;
  }

  function movementsOfLine({ line }: ComparedLine): string[] {
    const exact = `${line.date} ${String(line.amountCents)} ${line.transactionId}`;
    return isForeign ? [exact, `${line.date} unknown ${line.transactionId}`] : [exact];
  }
}

function hasSameKindOfId(record: BookRecord, line: BankLine): boolean {
  const id = record.body.bank?.transactionId;
  return id !== undefined && isFingerprint(id) === isFingerprint(line.transactionId);
}

function amountOnDay(amountCents: number, date: string): string {
  return `${String(amountCents)}@${date}`;
}

/** Groups by a key; an empty key leaves the record out. */
function groupBy(records: readonly BookRecord[], keyOf: (record: BookRecord) => string): Map<string, BookRecord[]> {
  const groups = new Map<string, BookRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return groups;
}
