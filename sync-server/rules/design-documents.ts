import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { DatabaseName } from '../../shared/records/registry.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import { isEstimate } from '../../shared/pay/estimated-parameters.ts';
import { PAYROLL_PARAMETERS } from '../../shared/salary/find-parameters.ts';
import type { CouchDatabase, StoredDocument } from '../couch/couch-database.ts';
import { couchStatus } from '../couch/couch-request.ts';
import { CHUNK_RULES } from './chunk-rules.ts';
import { bundleRules } from './rules-bundle.ts';

export const RULES_DOCUMENT = '_design/rules';

/** What stands in `_design/rules` of one kind of database. */
export interface RulesDocument {
  readonly _id: typeof RULES_DOCUMENT;
  readonly language: 'javascript';
  /** The bundle of the shared rules, the same text everywhere, and what the cooperative published as data beside it. */
  readonly lib?: { readonly rules: string; readonly published: string };
  readonly validate_doc_update: string;
  /** SHA-256 of the rest: tells whether the stored one is current. */
  readonly contentHash: string;
}

/** Refuses everybody but the server: copies of books and of what is personal are written by its worker alone. */
const SERVER_ONLY = `function(newDoc, oldDoc, userCtx, secObj) {
  if (userCtx.roles.indexOf('_admin') === -1) throw({ forbidden: 'record.forbidden: only the server writes here' });
}`;

/** What a rules document may be for: databases of records, and those of receipts. */
export type RulesKind = DatabaseName | 'receipts';

let bundle: Promise<string> | undefined;

/**
 * The rules document of one kind of database. The bundle is made once a process; of the payroll parameters in `published`
 * those that do not come with Sillon stand in the document; estimates follow from the others, wherever they are needed.
 */
export async function buildRulesDocument(
  kind: RulesKind,
  published: PublishedRules = BUILT_IN_RULES,
): Promise<RulesDocument> {
  if (kind === 'network' || kind === 'office') return seal({ validate_doc_update: SERVER_ONLY });
  if (kind === 'receipts') return seal({ validate_doc_update: CHUNK_RULES });
  bundle ??= bundleRules(fileURLToPath(new URL('validation-entry.ts', import.meta.url)));
  const { former, ...common } = published;
  const versions = published.versions.filter(
    (version) => !PAYROLL_PARAMETERS.includes(version) && !isEstimate(version.ruleVersion),
  );
  const carried = { ...common, versions, ...(kind === 'commons' && former && { former }) };
  return seal({
    lib: { rules: await bundle, published: `exports.rules = ${JSON.stringify(carried)};` },
    validate_doc_update: `function(newDoc, oldDoc, userCtx, secObj) {
  require('lib/rules').validate('${kind}', newDoc, oldDoc, userCtx, require('lib/published').rules);
}`,
  });
}

function seal(content: Pick<RulesDocument, 'lib' | 'validate_doc_update'>): RulesDocument {
  const contentHash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { _id: RULES_DOCUMENT, language: 'javascript', ...content, contentHash };
}

/**
 * Writes the rules into a database unless the same ones are there. Returns whether it wrote. One write takes the place of
 * the old rules: there is no moment without any. `known` spares reading what was just read.
 */
export async function installRules(
  database: CouchDatabase,
  kind: RulesKind,
  published: PublishedRules = BUILT_IN_RULES,
  known?: StoredDocument | 'none',
): Promise<boolean> {
  const wanted = await buildRulesDocument(kind, published);
  const stored = known === 'none' ? undefined : (known ?? (await database.get(RULES_DOCUMENT)));
  if (stored?.['contentHash'] === wanted.contentHash) return false;
  try {
    await database.put(stored?._rev === undefined ? { ...wanted } : { ...wanted, _rev: stored._rev });
    return true;
  } catch (error) {
    if (couchStatus(error) !== 409) throw error;
    // Another server provisions at the same moment; whose rules stand is decided by the next look.
    return installRules(database, kind, published);
  }
}
