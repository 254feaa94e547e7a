import type { Hasher } from '../../shared/core/ports.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { sealOf } from '../../shared/records/seal.ts';
import { isJudged } from '../../shared/network/verification.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import { checkFigures } from '../figures/check-figures.ts';
import type { Difference } from '../figures/difference.ts';
import { MAX_DIFFERENCES } from '../figures/difference.ts';

/** The outcome of one recomputation. */
export interface Judgement {
  readonly status: 'verified' | 'mismatch';
  /** The body of a verdict but for the moment of the check. */
  readonly body: {
    readonly recordId: string;
    readonly recordDigest: string;
    readonly ruleVersion: string;
    readonly differences: Difference[];
  };
}

/**
 * Recomputes a record and compares it with what it was at its first verdict: that digest is kept for ever, so a record
 * altered later stays a mismatch even when its own figures and seal agree again. `extra` are differences found elsewhere.
 */
export function judgeRecord(
  record: AnyRecord,
  previousDigest: string | undefined,
  hash: Hasher,
  versions: readonly PayrollParameters[],
  extra: readonly Difference[] = [],
): Judgement {
  const digest = sealOf(record, hash);
  const recordDigest = previousDigest ?? digest;
  const differences = [...extra, ...checkFigures(record, hash, versions)];
  if (digest !== recordDigest) differences.unshift({ path: 'seal', expected: recordDigest, found: digest });
  // A record that had a verdict can never go back to a state without one.
  if (!isJudged(record)) differences.unshift({ path: 'status', expected: 'issued', found: record.status });
  return {
    status: differences.length === 0 ? 'verified' : 'mismatch',
    body: {
      recordId: record.id,
      recordDigest,
      ruleVersion: readRuleVersion(record),
      differences: differences.slice(0, MAX_DIFFERENCES),
    },
  };
}

/** The judgement of a record that had a verdict and is gone. */
export function judgeMissing(recordId: string, recordDigest: string, ruleVersion: string): Judgement {
  const differences = [{ path: 'record', expected: recordId, found: '' }];
  return { status: 'mismatch', body: { recordId, recordDigest, ruleVersion, differences } };
}

function readRuleVersion({ body }: AnyRecord): string {
  const computation = body['computation'];
  if (typeof computation !== 'object' || computation === null || !('ruleVersion' in computation)) return '';
  return typeof computation.ruleVersion === 'string' ? computation.ruleVersion : '';
}
