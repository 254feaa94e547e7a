import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSettings } from '../../shared/cooperative/create-settings.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import { toDocument } from '../couch/stored-record.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import { writeAs } from '../testing/test-records.ts';
import { SUPPORT } from '../testing/validation-cases.ts';
import { provisionServer } from './provision.ts';
import { readPublishedRules } from './published-rules.ts';

let server: TestCouch;
beforeAll(async () => {
  server = await startTestCouch();
  await provisionServer(server.couch);
});
afterAll(() => server.close());

it('rules of books carry what the cooperative set, as it stands in the commons', async () => {
  expect(await readPublishedRules(server.couch)).toEqual(BUILT_IN_RULES);
  const records = createSettings(writeAs(SUPPORT), '2026-01-01', { closedThrough: '2026-01' });
  for (const record of records) await server.couch.database('commons').put(toDocument(record));
  expect(await readPublishedRules(server.couch)).toMatchObject({ closedThrough: '2026-01' });
});
