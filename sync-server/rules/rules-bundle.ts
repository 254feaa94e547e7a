import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';

/** The one file of `shared/` that imports zod; every schema, wherever it stands, has `z` from it. */
const ZOD_FILE = fileURLToPath(new URL('../../shared/records/zod.ts', import.meta.url));

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

/** What zod's other files have from those that describe schemas as JSON Schema. */
const OF_JSON_SCHEMA: Readonly<Record<string, readonly string[]>> = {
  'json-schema-processors': ['aggregateChecks', 'allProcessors', 'toJSONSchema'],
  'to-json-schema': [
    ...['createStandardJSONSchemaMethod', 'createToJSONSchemaMethod'],
    ...['extractDefs', 'finalize', 'initializeContext', 'processSchema'],
  ],
};

/** Schemas check records; what describes them as JSON Schema is a tenth of the bundle. */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup(plugin) {
    plugin.onLoad({ filter: /zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/ }, ({ path }) => {
      const names = OF_JSON_SCHEMA[basename(path, '.js')] ?? [];
      const exported = names.map((name) => `none as ${name}`).join(', ');
      return { contents: `const none = () => { throw new Error('no JSON Schema'); }; export { ${exported} };` };
    });
  },
};

const IMPORT_OF_Z = /import \{ z \} from '([^']+)';/;
const NAMES_ZOD = /^(?:import|export) (?!type\b)[^;]*?from (['"])(?:[^'"]*\/)?zod(?:\.ts|\/[^'"]*)?\1;/m;

/**
 * The schemas share zod as one object; as a namespace its unused half falls away from the bundle. A schema that names zod in
 * another way would bring the whole of it back, unseen until the rules no longer fit: the build fails with its path instead.
 */
const zodAsNamespace: Plugin = {
  name: 'zod-as-namespace',
  setup(plugin) {
    let hasZod = false;
    plugin.onStart(() => {
      hasZod = false;
    });
    plugin.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      if (path === ZOD_FILE) {
        hasZod = true;
        const contents = "import { config } from 'zod'; config({ jitless: true }); export * from 'zod';";
        return { contents, loader: 'js', resolveDir: fileURLToPath(new URL('.', import.meta.url)) };
      }
      const source = await readFile(path, 'utf8');
      const contents = source.replace(IMPORT_OF_Z, (whole, from: string) =>
        from.endsWith('/zod.ts') ? `import * as z from '${from}';` : whole,
      );
      const left = NAMES_ZOD.exec(contents.replace(/^import \* as z from '[^']*\/zod\.ts';/m, ''));
      if (left === null) return { contents, loader: 'ts' };
      return { errors: [{ text: `zod is had by "import { z } from '…/zod.ts'" alone, not by: ${left[0]}` }] };
    });
    plugin.onEnd(() => (hasZod ? {} : { errors: [{ text: `no schema has zod from ${ZOD_FILE}` }] }));
  },
};

/**
 * Bundles rules of `shared/` (the module at `entry`) into one CommonJS module that CouchDB's JavaScript can `require`. Fails
 * where a module has zod in a way that would bring it in whole.
 */
export async function bundleRules(entry: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
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
    plugins: [onlyEnglish, withoutJsonSchema, zodAsNamespace],
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error('the rules bundle is empty');
  return file.text;
}
