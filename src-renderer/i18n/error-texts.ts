import type { AccountInfo } from '../../shared/access/account-info.ts';
import type { ErrorCode } from '../../shared/core/errors.ts';

/** Who reads: a member of their own book, the support team of somebody else's. */
export type Reader = AccountInfo['role'];

/**
 * A text for every error, speaking to the member; another one where the support team needs it. `thatDay` and `thatMonth` stand
 * for a date and a month that only whoever reported the error knows.
 */
export type ErrorTexts = Readonly<Record<ErrorCode | 'thatDay' | 'thatMonth', string>> &
  Readonly<Partial<Record<`${ErrorCode}_supportTeam`, string>>>;
