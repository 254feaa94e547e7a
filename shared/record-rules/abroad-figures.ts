import { verifyAbroadPay } from '../pay/abroad-pay-proof.ts';
import type { RecordOf } from '../records/registry.ts';
import { sealOf } from '../records/seal.ts';
import type { Difference } from './difference.ts';
import { listDifferences } from './difference.ts';
import type { FigureTools } from './figure-tools.ts';

/** Recomputes every figure of a pay abroad from its input, and its seal. */
export function findAbroadPayDifferences(pay: RecordOf<'abroadPay'>, { hash }: FigureTools): Difference[] {
  const figures = verifyAbroadPay(pay.body, hash).map(({ path, ...rest }) => ({ path: `body.${path}`, ...rest }));
  return [...figures, ...listDifferences('body.seal', sealOf(pay, hash), pay.body.seal)];
}
