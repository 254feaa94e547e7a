/**
 * Three movements of a month in the form French banks give: a transfer received, a card payment, the bank's fees; the last
 * one of another month when that is named.
 */
export function sampleStatement(month: string, feesMonth = month): { name: string; mimeType: string; buffer: Buffer } {
  const day = (number: string, of = month) => `${of.replace('-', '')}${number}120000`;
  const line = (id: string, date: string, amount: string, name: string) =>
    `<STMTTRN><TRNTYPE>OTHER<DTPOSTED>${date}<TRNAMT>${amount}<FITID>${id}<NAME>${name}</STMTTRN>`;
  const text = `OFXHEADER:100
DATA:OFXSGML
VERSION:102
SECURITY:NONE
ENCODING:USASCII
CHARSET:1252
COMPRESSION:NONE
OLDFILEUID:NONE
NEWFILEUID:NONE

<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0<SEVERITY>INFO</STATUS><DTSERVER>${day('03')}<LANGUAGE>FRA</SONRS></SIGNONMSGSRSV1>
<BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR
<BANKACCTFROM><BANKID>30006<BRANCHID>00001<ACCTID>99887766554<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST><DTSTART>${day('01')}<DTEND>${day('03')}
${line('E2E-1', day('01'), '480,00', 'REMISE CB MARCHE')}
${line('E2E-2', day('02'), '-62,40', 'CB FOURNITURES DU BOURG')}
${line('E2E-3', day('02', feesMonth), '-7,90', 'FRAIS TENUE DE COMPTE')}
</BANKTRANLIST><LEDGERBAL><BALAMT>1234,56<DTASOF>${day('03')}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>
`;
  return { name: 'releve.ofx', mimeType: 'application/x-ofx', buffer: Buffer.from(text, 'latin1') };
}
