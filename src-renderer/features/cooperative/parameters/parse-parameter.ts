import type { Result } from '../../../../shared/core/result.ts';
import { parseAmount } from '../../../../shared/money/parse.ts';
import type { ParameterUnit } from '../../../../shared/salary/compare-parameters.ts';

/** Decimals a person may type for each unit: a rate of 1e-7 is a percentage with five. */
const DECIMALS: Readonly<Record<ParameterUnit, number>> = {
  euros: 0,
  cents: 2,
  rateE7: 5,
  coefficientE4: 4,
  percent: 0,
  tenths: 1,
  headcount: 0,
  text: 0,
};

/** Reads a typed value into the integer the parameters hold. Errors: `amount.invalid`, `amount.tooLarge`. */
export function parseParameter(unit: ParameterUnit, text: string): Result<number> {
  return parseAmount(text.replace('%', ''), DECIMALS[unit]);
}
