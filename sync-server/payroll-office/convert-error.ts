import type { ErrorCode } from '../../shared/core/errors.ts';

/** What a refused case is answered with. */
export type ConvertErrorCode = ErrorCode | 'convert.notJson' | 'convert.field' | 'convert.amount';

/** A case that cannot be converted: the code for programs, the message for people. */
export interface ConvertError {
  readonly error: ConvertErrorCode;
  readonly message: string;
}

/** Builds the answer of a refused case. */
export function convertError(error: ConvertErrorCode, message: string): ConvertError {
  return { error, message };
}
