import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the made-up type counts for: nothing, or money that moves the account. */
export const KINDS = {
  plain: `'nothing'`,
  money: `{ statuses: ['active'], plus: 'amountCents' }`,
} as const;

export type Kind = keyof typeof KINDS;

/** Declares a type `madeUp`, like `customer`, in a copy of the sources, as step 1 of CONTRIBUTING says, and nothing else. */
export function declareMadeUpType(sources: string, kind: Kind): void {
  const records = join(sources, 'shared/records');
  const like = readFileSync(join(records, 'customer.ts'), 'utf8');
  const facts = replaced(like, `counts: 'nothing'`, `counts: ${KINDS[kind]}`);
  writeFileSync(join(records, 'made-up.ts'), replaced(facts, 'export const customerFacts', 'export const madeUpFacts'));
  const registry = readFileSync(join(records, 'registry.ts'), 'utf8');
  const listed = replaced(registry, 'const FACTS = {\n', 'const FACTS = {\n  madeUp: madeUpFacts,\n');
  writeFileSync(join(records, 'registry.ts'), `import { madeUpFacts } from './made-up.ts';\n${listed}`);
}

function replaced(text: string, what: string, by: string): string {
  if (!text.includes(what)) throw new Error(`the sources have another shape: no ${what}`);
  return text.replace(what, by);
}
