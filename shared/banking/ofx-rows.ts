import { decodeEntities } from './decode-entities.ts';
import { flattenMarkup, readOfxTokens } from './ofx-tokens.ts';

/** One `STMTTRN` of an OFX file: its leaves, those of its sub-aggregates as `PAYEE.NAME`. */
export interface OfxRow {
  readonly row: number;
  readonly text: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly isPending: boolean;
  readonly isTruncated: boolean;
}

/** One statement aggregate of an OFX file, leaves outside of rows as `LEDGERBAL.BALAMT`. */
export interface OfxStatement {
  readonly fields: ReadonlyMap<string, string>;
  /** Every `DTSTART` and `DTEND`: a statement may hold several lists. */
  readonly periodDates: { readonly starts: readonly string[]; readonly ends: readonly string[] };
  readonly rows: readonly OfxRow[];
}

interface OpenStatement {
  readonly fields: Map<string, string>;
  readonly periodDates: { readonly starts: string[]; readonly ends: string[] };
  readonly rows: OfxRow[];
}

const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS', 'INVSTMTRS']);
const LISTS = new Set(['BANKTRANLIST', 'BANKTRANLISTP']);
const ROWS = new Set(['STMTTRN', 'STMTTRNP']);
const PARTS = new Set(['PAYEE', 'BANKACCTTO', 'CCACCTTO', 'CURRENCY', 'ORIGCURRENCY', 'BANKACCTFROM', 'CCACCTFROM']);
const BALANCES = new Set(['LEDGERBAL', 'AVAILBAL', 'INVACCTFROM', 'BALLIST']);
/** Leaves that stand directly in a row: they end a part whose closing tag is missing. */
const ROW_LEAVES = new Set([
  'TRNTYPE',
  'DTPOSTED',
  'DTUSER',
  'DTAVAIL',
  'TRNAMT',
  'FITID',
  'MEMO',
  'CHECKNUM',
  'REFNUM',
]);

interface OpenRow {
  readonly name: string;
  readonly start: number;
  readonly fields: Map<string, string>;
}

/** Cuts an OFX document into statements and rows. Every opening tag of a row gives exactly one row, whatever follows. */
export function readOfxRows(source: string): OfxStatement[] {
  const text = flattenMarkup(source);
  const statements: OpenStatement[] = [];
  let statement: OpenStatement | undefined;
  let row: OpenRow | undefined;
  let part = '';
  const lineAt = createLineCounter(text);

  function openStatement(): OpenStatement {
    const opened = { fields: new Map<string, string>(), periodDates: { starts: [], ends: [] }, rows: [] };
    statements.push(opened);
    statement = opened;
    return opened;
  }
  function endRow(end: number, isTruncated: boolean): void {
    if (row === undefined) return;
    (statement ?? openStatement()).rows.push({
      row: lineAt(row.start),
      text: text.slice(row.start, end).trim(),
      fields: row.fields,
      isPending: row.name === 'STMTTRNP',
      isTruncated,
    });
    row = undefined;
    part = '';
  }

  for (const token of readOfxTokens(text)) {
    const { name, isClosing } = token;
    if (ROWS.has(name)) {
      endRow(isClosing ? token.end : token.start, false);
      if (!isClosing) row = { name, start: token.start, fields: new Map() };
    } else if (STATEMENTS.has(name) || LISTS.has(name) || BALANCES.has(name) || name === 'OFX') {
      endRow(token.start, false);
      part = BALANCES.has(name) && !isClosing ? name : '';
      if (STATEMENTS.has(name)) {
        if (isClosing) statement = undefined;
        else openStatement();
      }
    } else if (PARTS.has(name)) {
      part = isClosing ? '' : name;
    } else if (!isClosing) {
      if (row !== undefined && ROW_LEAVES.has(name)) part = '';
      const value = decodeEntities(token.text).trim();
      const fields = row?.fields ?? statement?.fields;
      const key = part === '' ? name : `${part}.${name}`;
      if (value !== '' && fields !== undefined && !fields.has(key)) fields.set(key, value);
      if (row === undefined && name === 'DTSTART') statement?.periodDates.starts.push(value);
      if (row === undefined && name === 'DTEND') statement?.periodDates.ends.push(value);
    }
  }
  endRow(text.length, true);
  return statements;
}

/** Line numbers of growing offsets, without counting from the start each time. */
function createLineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}
