import type { AccountInfo } from '../../shared/access/account-info.ts';

/** Without the letters that look like digits. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `AB1` or `AB1XY` as `AB1` and `XY`. */
function splitPrefix(prefix: string): { readonly given: string; readonly suffix: string } {
  const match = /^(.*\d)([A-Z]{2})$/.exec(prefix);
  return match === null ? { given: prefix, suffix: '' } : { given: match[1] ?? prefix, suffix: match[2] ?? '' };
}

/**
 * The account with a number series of its own after a restore: the device the backup was made on may still issue invoices
 * in the former one. Two letters follow the prefix the server gave; those of an earlier restore are replaced.
 */
export function startNewSeries(account: AccountInfo, random: Uint8Array): AccountInfo {
  const { given, suffix } = splitPrefix(account.device.prefix);
  const next = (offset: number): string =>
    [...random.slice(offset, offset + 2)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  // Never the series that was just left.
  const letters = [next(0), next(2), 'AZ', 'AY'].find((candidate) => candidate !== suffix) ?? 'AZ';
  const prefix = `${given}${letters}`;
  return { ...account, device: { ...account.device, prefix } };
}

/** What the server answered, with the letters this device added after a restore: the server does not know them. */
export function keepOwnSeries(answer: AccountInfo, known: AccountInfo | undefined): AccountInfo {
  if (known?.device.id !== answer.device.id || splitPrefix(known.device.prefix).given !== answer.device.prefix)
    return answer;
  return { ...answer, device: known.device };
}
