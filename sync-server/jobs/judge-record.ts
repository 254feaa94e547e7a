import type { Hasher } from '../../shared/core/ports.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { isSealed, sealOf } from '../../shared/records/seal.ts';
import type { VerdictBody } from '../../shared/records/verdict.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import { checkFigures } from '../../shared/record-rules/check-figures.ts';
import type { Difference } from '../../shared/record-rules/difference.ts';
import { cutDifference, MAX_DIFFERENCES } from '../../shared/record-rules/difference.ts';

/** The outcome of one recomputation. */
export interface Judgement {
  readonly status: 'verified' | 'mismatch';
  /** The body of a verdict but for the moment of the check. */
  readonly body: {
    readonly recordId: string;
    readonly recordDigest: string;
    readonly ruleVersion: string;
    readonly differences: Difference[];
    readonly figures?: NonNullable<VerdictBody['figures']>;
  };
}

/** What is known of a record beyond itself. */
export interface JudgedWith {
  readonly versions: readonly PayrollParameters[];
  /** The seal under which the record was seen first; `undefined` when it never was, or could still change then. */
  readonly firstDigest: string | undefined;
  /** Differences found elsewhere. */
  readonly extra: readonly Difference[];
  readonly figures?: Judgement['body']['figures'];
  /** False for a record that only a later version understands: its seal is compared, its figures are not made again. */
  readonly isUnderstood?: boolean;
}

/** Stands for the digest of a record that may still change. */
const NO_DIGEST = '0'.repeat(64);

/** The digest a verdict keeps for ever; `undefined` when the record could still change. */
export function keptDigest(verdict: { readonly body: VerdictBody } | undefined): string | undefined {
  const digest = verdict?.body.recordDigest;
  return digest === NO_DIGEST ? undefined : digest;
}

/**
 * Recomputes a record and compares it with what it was when it was first seen for good: that digest is kept for ever, so a
 * record altered later stays a mismatch even when its own figures and seal agree again.
 */
export function judgeRecord(
  record: AnyRecord,
  { versions, firstDigest, extra, figures, isUnderstood = true }: JudgedWith,
  hash: Hasher,
): Judgement {
  const differences = [...extra, ...(isUnderstood ? checkFigures(record, { hash, versions }) : [])];
  const digest = isSealed(record) || firstDigest !== undefined ? sealOf(record, hash) : NO_DIGEST;
  const recordDigest = firstDigest ?? digest;
  if (digest !== recordDigest) differences.unshift({ path: 'seal', expected: recordDigest, found: digest });
  // What was sealed once can never go back to a state in which it may change.
  if (firstDigest !== undefined && !isSealed(record)) {
    differences.unshift({ path: 'status', expected: 'issued', found: record.status });
  }
  return {
    status: differences.length === 0 ? 'verified' : 'mismatch',
    body: {
      recordId: record.id,
      recordDigest,
      ruleVersion: readRuleVersion(record),
      differences: differences.slice(0, MAX_DIFFERENCES).map(cutDifference),
      ...(figures && { figures }),
    },
  };
}

/** The judgement of a record that had a verdict and is gone. */
export function judgeMissing({ recordId, recordDigest, ruleVersion, figures }: VerdictBody): Judgement {
  const differences = [{ path: 'record', expected: recordId, found: '' }];
  return {
    status: 'mismatch',
    body: { recordId, recordDigest, ruleVersion, differences, ...(figures && { figures }) },
  };
}

function readRuleVersion({ body }: AnyRecord): string {
  const computation = body['computation'];
  if (typeof computation !== 'object' || computation === null || !('ruleVersion' in computation)) return '';
  return typeof computation.ruleVersion === 'string' ? computation.ruleVersion : '';
}
