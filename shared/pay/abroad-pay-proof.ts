import type { JsonValue } from '../core/canonical-json.ts';
import { toCanonicalJson } from '../core/canonical-json.ts';
import type { Computation } from '../core/computation.ts';
import { digestOf } from '../core/digest.ts';
import type { Hasher } from '../core/ports.ts';
import type { AbroadPayBody } from '../records/abroad-pay.ts';
import type { AbroadPay } from './compute-abroad-pay.ts';
import { computeAbroadPay } from './compute-abroad-pay.ts';

/** One figure that does not follow from the input. */
export interface AbroadPayDifference {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** The proof of a pay abroad: rule `abroadPay`, the profile's version, digests of input (with the profile) and figures. */
export function proveAbroadPay(pay: AbroadPay, hash: Hasher): Computation {
  const { period, budgetMinor, profile, lines, paidMinor } = pay;
  // Profiles come from records, lines are made of texts and numbers: all of it is JSON.
  const input = { period, budgetMinor, profile } as unknown as JsonValue;
  const result = { lines, paidMinor } as unknown as JsonValue;
  return {
    rule: 'abroadPay',
    ruleVersion: profile.version,
    inputDigest: digestOf(input, hash),
    resultDigest: digestOf(result, hash),
  };
}

/** Recomputes a claimed pay abroad and lists what differs, member by member; empty when all is right. */
export function verifyAbroadPay(body: AbroadPayBody, hash: Hasher): AbroadPayDifference[] {
  const { input } = body;
  const computed = computeAbroadPay(input.profile, input.period, input.budgetMinor);
  if (!computed.ok) return [{ path: 'input', expected: 'a computable input', found: computed.error.code }];
  const { lines, paidMinor } = computed.value;
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['currency', input.profile.currency, body.currency],
    ['lines', lines, body.lines],
    ['paidMinor', paidMinor, body.paidMinor],
    ['computation', proveAbroadPay(computed.value, hash), body.computation],
  ];
  return pairs
    .map(([path, expected, found]) => ({ path, expected: show(expected), found: show(found) }))
    .filter(({ expected, found }) => expected !== found);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : toCanonicalJson(value as JsonValue);
}
