import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the made-up type counts for: nothing, or money that moves the account. */
export const KINDS = {
  plain: `'nothing'`,
  money: `{ statuses: ['active'], plus: 'amountCents' }`,
} as const;

export type Kind = keyof typeof KINDS;

const declaration = (kind: Kind): string => `import { positiveCents, shortText } from './fields.ts';
import { LIVE } from './life-cycles.ts';
import type { RecordFacts } from './record-facts.ts';
import { SMALL_SIZE } from './record-facts.ts';
import { z } from './zod.ts';

export const madeUpFacts = {
  body: z.looseObject({ name: shortText, amountCents: positiveCents }),
  version: 1,
  database: 'book',
  writers: ['member'],
  first: 'active',
  statuses: LIVE,
  editable: ['active'],
  reserved: [],
  takenBack: 'voided',
  month: { belongs: 'never' },
  counts: ${KINDS[kind]},
  erasure: { stays: 'never' },
  judged: [],
  isPay: false,
  read: 'early',
  mostChars: SMALL_SIZE,
  rowKeys: {},
  together: [],
} as const satisfies RecordFacts;
`;

/** Declares a type `madeUp` in a copy of the sources, as step 1 of CONTRIBUTING says, and nothing else. */
export function declareMadeUpType(sources: string, kind: Kind): void {
  writeFileSync(join(sources, 'shared/records/made-up.ts'), declaration(kind));
  const registry = join(sources, 'shared/records/registry.ts');
  const text = readFileSync(registry, 'utf8');
  const declared = text
    .replace('const FACTS = {\n', 'const FACTS = {\n  madeUp: madeUpFacts,\n')
    .replace('import ', `import { madeUpFacts } from './made-up.ts';\nimport `);
  if (declared.split('madeUpFacts').length !== 3) throw new Error('the registry has another shape');
  writeFileSync(registry, declared);
}
