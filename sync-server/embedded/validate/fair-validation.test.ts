import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { SERVER_ADMIN_ROLE } from '../auth/user-context.ts';
import { defaultLimits } from '../limits.ts';
import { ChangeNotifier } from '../store/change-notifier.ts';
import { createDatabase, getDatabase } from '../store/databases.ts';
import { DocumentWriter } from '../store/document-writer.ts';
import { parseIncomingDocument } from '../store/incoming-document.ts';
import { openDatabaseFile } from '../store/open-file.ts';
import { Sql } from '../store/sql.ts';
import { DocumentValidation } from './document-validation.ts';
import { SandboxClient } from './sandbox-client.ts';
import type { SandboxVerdict, ValidationBatch } from './sandbox-protocol.ts';

/** Makes every document of the test about as long. */
const BODY = { text: 'x'.repeat(1_000) };
/** Eight of them. */
const SLICE_CHARS = 8_500;

const admin = { name: 'root', roles: [SERVER_ADMIN_ROLE] };

/** Notes how many documents were judged at once, for whom, in the order it happened. */
class WatchedSandbox extends SandboxClient {
  readonly judged: string[] = [];

  override async validate(key: string, designText: string, batch: ValidationBatch): Promise<SandboxVerdict[]> {
    const verdicts = await super.validate(key, designText, batch);
    const { db } = JSON.parse(batch.userText) as { db: string };
    this.judged.push(`${db} ${batch.calls.length}`);
    return verdicts;
  }
}

function openWriter() {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-fair-'));
  const file = openDatabaseFile(join(folder, 'couch.sqlite'));
  const sql = new Sql(file);
  const sandbox = new WatchedSandbox({ timeoutMs: 5_000, memoryBytes: 64e6, contexts: 4 });
  onTestFinished(async () => {
    await sandbox.close();
    file.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const writer = new DocumentWriter(sql, new ChangeNotifier(), new DocumentValidation(sql, sandbox, SLICE_CHARS));
  const write = async (name: string, ids: readonly string[], body: object = {}): Promise<boolean[]> => {
    const documents = ids.map((id) => parseIncomingDocument({ _id: id, ...body }, id, defaultLimits.maxDocumentBytes));
    const outcomes = await writer.write(getDatabase(sql, name).db, documents, { user: admin, isReplicated: false });
    return outcomes.map(({ ok }) => ok);
  };
  return { sql, sandbox, write };
}

it('a write waits for one slice of another book’s large batch, not for all of it', async () => {
  const { sql, sandbox, write } = openWriter();
  const rule = { validate_doc_update: 'function (doc) { if (doc._id === "id30") throw { forbidden: "no" }; }' };
  for (const name of ['large', 'small', 'middle']) {
    createDatabase(sql, name);
    await write(name, ['_design/rules'], rule);
  }
  const ended: string[] = [];
  const start = async (name: string, count: number): Promise<boolean[]> => {
    const outcomes = await write(
      name,
      Array.from({ length: count }, (_, index) => `id${index}`),
      BODY,
    );
    ended.push(name);
    return outcomes;
  };
  const [large, middle] = await Promise.all([start('large', 44), start('middle', 12), start('small', 1)]);
  expect(ended).toEqual(['small', 'middle', 'large']);
  expect(sandbox.judged).toEqual([
    ...['large 8', 'middle 8', 'small 1'],
    ...['large 8', 'middle 4'],
    ...['large 8', 'large 8', 'large 8', 'large 4'],
  ]);
  // Verdicts stay with their documents.
  expect(large.map((isOk, index) => (isOk ? -1 : index)).filter((index) => index >= 0)).toEqual([30]);
  expect(middle.every(Boolean)).toBe(true);
});
