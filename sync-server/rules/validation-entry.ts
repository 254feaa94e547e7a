import './engine-gaps.ts';
import type { DatabaseName } from '../../shared/records/registry.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { withEstimates } from '../../shared/pay/estimated-parameters.ts';
import { PAYROLL_PARAMETERS } from '../../shared/salary/find-parameters.ts';
import { plainSha256 } from './plain-sha256.ts';
import { judgeWrite } from './validation.ts';

interface UserContext {
  readonly db?: string;
  readonly name: string | null;
  readonly roles: readonly string[];
}

type Document = Readonly<Record<string, unknown>>;

/**
 * The value in objects of this module's own realm. CouchDB parses documents outside its sandbox, where lists lack what
 * engine-gaps.ts fills in, and its `JSON` is from outside too.
 */
function adopt<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  // A copy, member by member, has the type of what it copies.
  if (Array.isArray(value)) return Array.from(value, adopt) as T;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, adopt<unknown>(member)])) as T;
}

/** Called by `validate_doc_update`. The reason starts with the error code, by which the device finds its words. */
export function validate(
  kind: DatabaseName,
  newDoc: Document,
  oldDoc: Document | null,
  userCtx: UserContext,
  published: PublishedRules = { versions: [] },
): void {
  const verdict = judgeWrite(
    {
      kind,
      database: userCtx.db,
      before: adopt(oldDoc ?? null),
      after: adopt(newDoc),
      writer: { name: userCtx.name ?? '', roles: userCtx.roles },
    },
    plainSha256,
    { ...published, versions: withEstimates([...PAYROLL_PARAMETERS, ...published.versions]) },
  );
  if (verdict.ok) return;
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- CouchDB turns this very object into its answer
  throw { forbidden: `${verdict.error.code}: ${verdict.error.message}` };
}
