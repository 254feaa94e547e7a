import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeTestFolder } from '../testing/test-folder.ts';
import { bundleRules } from './rules-bundle.ts';

const ENTRY = fileURLToPath(new URL('validation-entry.ts', import.meta.url));
const RECORDS = fileURLToPath(new URL('../../shared/records', import.meta.url));
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** Bundles the rules with one more schema, which stands in another folder than the others. */
async function bundleWith(importOfZod: string): Promise<string> {
  const folder = makeTestFolder();
  try {
    mkdirSync(join(folder.path, 'elsewhere'));
    const schema = join(folder.path, 'elsewhere', 'one-more.ts');
    writeFileSync(schema, `${importOfZod}\nexport const oneMore = z.looseObject({ name: z.string().max(7) });\n`);
    const entry = join(folder.path, 'entry.ts');
    writeFileSync(entry, `export * from '${ENTRY}';\nexport * from './elsewhere/one-more.ts';\n`);
    return await bundleRules(entry);
  } finally {
    folder.remove();
  }
}

describe('the bundle of the rules', () => {
  it('grows by a schema in another folder as it would by one in records', async () => {
    const plain = await bundleRules(ENTRY);
    const more = await bundleWith(`import { z } from '${RECORDS}/zod.ts';`);
    expect(more.length - plain.length).toBeLessThan(500);
    expect(more.includes('oneMore')).toBe(true);
  });

  it.each([
    `import { z as zod } from '${RECORDS}/zod.ts';\nconst z = zod;`,
    `import { z } from "${RECORDS}/zod.ts";`,
    `import { z } from '${MODULES}/zod/index.js';`,
    `export { z } from '${RECORDS}/zod.ts';\nimport { z } from '${RECORDS}/zod.ts';`,
  ])('is not made when a schema has zod in another way: %s', async (importOfZod) => {
    expect(await bundleWith(importOfZod).then(() => 'made', String)).toContain('zod is had by');
  });

  it('is not made without the file that the schemas have zod from', async () => {
    const folder = makeTestFolder();
    try {
      writeFileSync(join(folder.path, 'entry.ts'), 'export const validate = 1;\n');
      await expect(bundleRules(join(folder.path, 'entry.ts'))).rejects.toThrow('no schema has zod from');
    } finally {
      folder.remove();
    }
  });
});
