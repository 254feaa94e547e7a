/**
 * An account number with all but its last four characters hidden: `••••8901`; empty for an empty number.
 * Of a French IBAN (27 characters) or a full RIB (23 digits) the account number inside counts, without the key, because
 * the same account stands under any of the three in the files of one bank.
 */
export function maskAccount(account: string): string {
  const compact = account.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
  if (compact === '') return '';
  return `••••${accountNumberIn(compact).slice(-4)}`;
}

function accountNumberIn(compact: string): string {
  if (/^FR\d{12}[0-9A-Z]{11}\d\d$/.test(compact)) return compact.slice(14, 25);
  if (/^\d{10}[0-9A-Z]{11}\d\d$/.test(compact)) return compact.slice(10, 21);
  return compact;
}
