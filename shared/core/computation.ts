/**
 * The proof that goes with every computed figure that leaves a device: which rule and version computed it,
 * and digests (SHA-256 of canonical JSON) of what went in and what came out.
 */
export interface Computation {
  readonly rule: string;
  readonly ruleVersion: string;
  readonly inputDigest: string;
  readonly resultDigest: string;
}
