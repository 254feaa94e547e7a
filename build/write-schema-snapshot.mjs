// Writes shared/records/schema-snapshot.json from the schemas of today. Run after a change that only adds.
import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { envelopeSchema } from '../shared/records/envelope.ts';
import { RECORD_TYPES } from '../shared/records/registry.ts';

const described = { envelope: z.toJSONSchema(envelopeSchema, { unrepresentable: 'any' }) };
for (const [type, info] of Object.entries(RECORD_TYPES))
  described[type] = z.toJSONSchema(info.body, { unrepresentable: 'any' });
writeFileSync(
  new URL('../shared/records/schema-snapshot.json', import.meta.url),
  `${JSON.stringify(described, null, 1)}\n`,
);
