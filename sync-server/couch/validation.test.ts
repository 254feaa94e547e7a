import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import { bookDatabase } from '../../shared/access/database-names.ts';
import { hash } from '../hash.ts';
import type { TestCouch } from '../testing/test-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import type { ValidationCase } from '../testing/validation-case.ts';
import { ACTIVITY, followUp, listValidationCases, MEMBER, SUPPORT } from '../testing/validation-cases.ts';
import { activityRole, provisionBook, provisionServer } from './provision.ts';
import { toDocument } from './stored-record.ts';
import { judgeWrite } from './validation.ts';

const DATABASE = bookDatabase(ACTIVITY);
const CASES = listValidationCases();

const WRITERS = {
  member: { name: MEMBER, roles: [MEMBER_ROLE, activityRole(ACTIVITY)] },
  stranger: { name: 'eve.noll', roles: [MEMBER_ROLE] },
  support: { name: SUPPORT, roles: [SUPPORT_TEAM_ROLE] },
  server: { name: 'keeper', roles: ['_admin'] },
};

function judge(attempt: ValidationCase): string {
  const verdict = judgeWrite(
    {
      kind: 'book',
      database: DATABASE,
      before: attempt.before === undefined ? null : toDocument(attempt.before),
      after: { ...toDocument(followUp(attempt)), ...attempt.extra },
      writer: WRITERS[attempt.by],
    },
    hash,
  );
  return verdict.ok ? '' : `${verdict.error.code}: ${verdict.error.message}`;
}

describe('what a book takes, as a function', () => {
  it.each(CASES)('$name', (attempt) => {
    const verdict = judge(attempt);
    if (attempt.refusal === undefined) expect(verdict).toBe('');
    else expect(verdict.split(':')[0]).toBe(attempt.refusal);
  });
});

describe('what a book takes, inside the database', () => {
  let server: TestCouch;
  beforeAll(async () => {
    server = await startTestCouch();
    await provisionServer(server.couch);
    await provisionBook(server.couch, ACTIVITY);
  });
  afterAll(() => server.close());

  it.each(CASES)('$name', async (attempt) => {
    const book = server.couch.database(DATABASE);
    const rev = attempt.before === undefined ? {} : { _rev: await book.put(toDocument(attempt.before)) };
    const document = { ...toDocument(followUp(attempt)), ...rev, ...attempt.extra };
    const said = await writeAs(attempt.by, document);
    // The same words in both engines.
    expect(said).toBe(judge(attempt));
  });

  async function writeAs(by: ValidationCase['by'], document: { readonly _id: string }): Promise<string> {
    if (by === 'server') {
      const [row] = await server.couch.database(DATABASE).writeAll([document], true);
      return row?.reason ?? '';
    }
    const { name, roles } = WRITERS[by];
    const body = JSON.stringify({ docs: [document] });
    const response = await server.fetchAs(name, roles, `/${DATABASE}/_bulk_docs`, { method: 'POST', body });
    expect(response.status).toBe(201);
    const [row] = (await response.json()) as { error?: string; reason?: string }[];
    if (row?.error !== undefined) expect(row.error).toBe('forbidden');
    return row?.reason ?? '';
  }
});
