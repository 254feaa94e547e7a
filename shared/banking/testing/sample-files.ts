/** One transaction of a made-up OFX file. */
export interface SampleTransaction {
  readonly id?: string;
  readonly date: string;
  readonly amount: string;
  readonly name?: string;
  readonly memo?: string;
}

const HEADER = ['OFXHEADER:100', 'DATA:OFXSGML', 'VERSION:102', 'SECURITY:NONE', 'ENCODING:USASCII', 'CHARSET:1252'];

/** An OFX 1 document (leaves without closing tags) with one statement an account. */
export function writeOfx1(accounts: Readonly<Record<string, readonly SampleTransaction[]>>, currency = 'EUR'): string {
  const statements = Object.entries(accounts).map(
    ([account, transactions]) =>
      `<STMTTRNRS><TRNUID>0\n<STMTRS>\n<CURDEF>${currency}\n<BANKACCTFROM>\n<BANKID>30004\n<ACCTID>${account}\n` +
      `<ACCTTYPE>CHECKING\n</BANKACCTFROM>\n<BANKTRANLIST>\n<DTSTART>20260301\n<DTEND>20260331\n` +
      transactions.map(writeTransaction).join('') +
      `</BANKTRANLIST>\n<LEDGERBAL>\n<BALAMT>1520,40\n<DTASOF>20260331\n</LEDGERBAL>\n</STMTRS>\n</STMTTRNRS>\n`,
  );
  return `${HEADER.join('\r\n')}\r\n\r\n<OFX>\n<BANKMSGSRSV1>\n${statements.join('')}</BANKMSGSRSV1>\n</OFX>\n`;
}

function writeTransaction({ id, date, amount, name, memo }: SampleTransaction): string {
  const leaf = (tag: string, value: string | undefined): string => (value === undefined ? '' : `<${tag}>${value}\n`);
  return `<STMTTRN>\n<TRNTYPE>OTHER\n${leaf('DTPOSTED', date)}${leaf('TRNAMT', amount)}${leaf('FITID', id)}${leaf('NAME', name)}${leaf('MEMO', memo)}</STMTTRN>\n`;
}
