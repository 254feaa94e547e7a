import { sha256 } from '@noble/hashes/sha2.js';
import type { DatabaseName } from '../../shared/records/registry.ts';
import { PAYROLL_PARAMETERS } from '../../shared/salary/find-parameters.ts';
import type { PayrollParameters } from '../../shared/salary/payroll-parameters.ts';
import { judgeWrite } from './validation.ts';

const DIGITS = '0123456789abcdef';

function hash(bytes: Uint8Array): string {
  let text = '';
  for (const byte of sha256(bytes)) text += (DIGITS[byte >> 4] ?? '') + (DIGITS[byte & 15] ?? '');
  return text;
}

interface UserContext {
  readonly db?: string;
  readonly name: string | null;
  readonly roles: readonly string[];
}

type Document = Readonly<Record<string, unknown>>;

/** Called by `validate_doc_update`. The reason starts with the error code, by which the device finds its words. */
export function validate(
  kind: DatabaseName,
  newDoc: Document,
  oldDoc: Document | null,
  userCtx: UserContext,
  published: readonly PayrollParameters[] = [],
): void {
  const verdict = judgeWrite(
    {
      kind,
      database: userCtx.db,
      before: oldDoc ?? null,
      after: newDoc,
      writer: { name: userCtx.name ?? '', roles: userCtx.roles },
    },
    hash,
    [...PAYROLL_PARAMETERS, ...published],
  );
  if (verdict.ok) return;
  // CouchDB's own convention for a refusal: not an Error, because its sandbox turns this very object into the answer.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw { forbidden: `${verdict.error.code}: ${verdict.error.message}` };
}
