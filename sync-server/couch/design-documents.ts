import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import type { DatabaseName } from '../../shared/records/registry.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import { PAYROLL_PARAMETERS } from '../../shared/salary/find-parameters.ts';
import type { CouchDatabase, StoredDocument } from './couch-database.ts';
import { couchStatus } from './couch-request.ts';
import { CHUNK_RULES } from './chunk-rules.ts';

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

/** Only English messages: they go into logs, and the other languages are half of the bundle. */
const onlyEnglish: Plugin = {
  name: 'only-english',
  setup(plugin) {
    plugin.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/** The schemas share zod as one object; as a namespace its unused half falls away from the bundle. */
const zodAsNamespace: Plugin = {
  name: 'zod-as-namespace',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]records[\\/]zod\.ts$/ }, () => ({
      contents: "import { config } from 'zod'; config({ jitless: true }); export * from 'zod';",
      loader: 'js',
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    }));
    plugin.onLoad({ filter: /[\\/]records[\\/][a-z-]+\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return {
        contents: source.replace("import { z } from './zod.ts'", "import * as z from './zod.ts'"),
        loader: 'ts',
      };
    });
  },
};

/** Bundles the shared rules into one CommonJS module that CouchDB's JavaScript can `require`. */
async function bundleRules(): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL('validation-entry.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'cjs',
    target: 'es2017',
    // Both engines of CouchDB 3.5 know big integers; without this the literals only raise warnings.
    supported: { bigint: true },
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [onlyEnglish, zodAsNamespace],
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error('the rules bundle is empty');
  return file.text;
}

/** Refuses everybody but the server: the consolidated copy is written by its worker alone. */
const SERVER_ONLY = `function(newDoc, oldDoc, userCtx, secObj) {
  if (userCtx.roles.indexOf('_admin') === -1) throw({ forbidden: 'record.forbidden: only the server writes here' });
}`;

/** What a rules document may be for: databases of records, and those of receipts. */
export type RulesKind = DatabaseName | 'receipts';

let bundle: Promise<string> | undefined;

/**
 * The rules document of one kind of database. The bundle is made once a process; of the payroll parameters in `published`
 * those that do not come with Sillon stand in the document.
 */
export async function buildRulesDocument(
  kind: RulesKind,
  published: PublishedRules = BUILT_IN_RULES,
): Promise<RulesDocument> {
  if (kind === 'network') return seal({ validate_doc_update: SERVER_ONLY });
  if (kind === 'receipts') return seal({ validate_doc_update: CHUNK_RULES });
  bundle ??= bundleRules();
  const versions = published.versions.filter((version) => !PAYROLL_PARAMETERS.includes(version));
  return seal({
    lib: { rules: await bundle, published: `exports.rules = ${JSON.stringify({ ...published, versions })};` },
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
