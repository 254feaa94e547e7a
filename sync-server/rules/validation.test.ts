import { randomBytes } from 'node:crypto';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import { bookDatabase, receiptsDatabase } from '../../shared/access/database-names.ts';
import { hash } from '../data-folder/hash.ts';
import { CASE_RULES } from '../testing/closing-cases.ts';
import { findRealCouch } from '../testing/real-couch.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import type { ValidationCase } from '../testing/validation-case.ts';
import { withHistory } from '../testing/validation-case.ts';
import type { CasePeople } from '../testing/validation-cases.ts';
import { followUp, listValidationCases, PEOPLE } from '../testing/validation-cases.ts';
import type { Couch } from '../couch/connect.ts';
import { connectCouch } from '../couch/connect.ts';
import { couchStatus, orMissing } from '../couch/couch-request.ts';
import { activityRole, provisionBook, provisionServer } from './provision.ts';
import { toDocument } from '../couch/stored-record.ts';
import { judgeWrite } from './validation.ts';

const SERVER = { name: 'keeper', roles: ['_admin'] };

interface Account {
  readonly name: string;
  readonly roles: readonly string[];
}

function writersOf({ activity, member, support }: CasePeople): Record<ValidationCase['by'], Account> {
  return {
    member: { name: member, roles: [MEMBER_ROLE, activityRole(activity)] },
    stranger: { name: 'eve.noll', roles: [MEMBER_ROLE] },
    support: { name: support, roles: [SUPPORT_TEAM_ROLE] },
    server: SERVER,
  };
}

type Document = ReturnType<typeof toDocument>;

/** The document of a write; `stored`: the revision of what it follows. */
function documentOf(attempt: ValidationCase, stored: string | undefined): Document {
  const document = { ...toDocument(followUp(attempt)), ...attempt.extra };
  if (stored === undefined) return document;
  return attempt.replicated === undefined
    ? { ...document, _rev: stored }
    : withHistory(document, attempt.replicated, stored);
}

/** What the database shows of the stored one: nothing when the write's history does not lead to it. */
function shownBefore({ before, replicated }: ValidationCase, stored: string): Document | null {
  const isShown = before !== undefined && (replicated === undefined || replicated === 'branch');
  return isShown ? { ...toDocument(before), _rev: stored } : null;
}

function judge(attempt: ValidationCase, people: CasePeople): string {
  const verdict = judgeWrite(
    {
      kind: 'book',
      database: bookDatabase(people.activity),
      before: shownBefore(attempt, '1-def'),
      after: documentOf(attempt, attempt.before === undefined ? undefined : '1-def'),
      writer: writersOf(people)[attempt.by],
    },
    hash,
    CASE_RULES,
  );
  return verdict.ok ? '' : `${verdict.error.code}: ${verdict.error.message}`;
}

describe('what a book takes, as a function', () => {
  it.each(listValidationCases(PEOPLE))('$name', (attempt) => {
    const verdict = judge(attempt, PEOPLE);
    if (attempt.refusal === undefined) expect(verdict).toBe('');
    else expect(verdict.split(':')[0]).toBe(attempt.refusal);
  });
});

/** A server with a book, as its administrator and as others see it. */
interface OpenBook {
  readonly couch: Couch;
  readonly fetchAs: (account: Account, path: string, init: RequestInit) => Promise<Response>;
  readonly close: () => Promise<void>;
}

function describeBook(title: string, people: CasePeople, open: () => Promise<OpenBook>): void {
  describe(title, () => {
    const database = bookDatabase(people.activity);
    let server: OpenBook;
    beforeAll(async () => {
      server = await open();
    }, 60_000);
    afterAll(() => server.close(), 60_000);

    it.each(listValidationCases(people))('$name', async (attempt) => {
      const book = server.couch.database(database);
      const stored = attempt.before === undefined ? undefined : await book.put(toDocument(attempt.before));
      const said = await writeAs(attempt.by, documentOf(attempt, stored), attempt.replicated === undefined);
      // The same words in both engines.
      expect(said).toBe(judge(attempt, people));
    });

    async function writeAs(by: ValidationCase['by'], document: Document, isEdit: boolean): Promise<string> {
      if (by === 'server') {
        const [row] = await server.couch.database(database).writeAll([document], isEdit);
        return row?.reason ?? '';
      }
      const body = JSON.stringify({ docs: [document], new_edits: isEdit });
      const response = await server.fetchAs(writersOf(people)[by], `/${database}/_bulk_docs`, { method: 'POST', body });
      expect(response.status).toBe(201);
      const [row] = (await response.json()) as { error?: string; reason?: string }[];
      if (row?.error !== undefined) expect(row.error).toBe('forbidden');
      return row?.reason ?? '';
    }
  });
}

describeBook('what a book takes, inside the database', PEOPLE, async () => {
  const { couch, fetchAs, close } = await startTestCouch();
  await provisionServer(couch);
  await provisionBook(couch, PEOPLE.activity, CASE_RULES);
  return { couch, fetchAs: ({ name, roles }, path, init) => fetchAs(name, roles, path, init), close };
});

const real = findRealCouch('rules of a book');
if (real !== undefined) {
  // Nobody else on that server has these names.
  const run = randomBytes(4).toString('hex');
  const people: CasePeople = { activity: ulid(), member: `ada.${run}`, support: `nadia.${run}` };

  describeBook('what a book takes, inside the CouchDB of COUCHDB_URL', people, async () => {
    const couch = connectCouch(real.url, real.admin);
    const users = couch.database('_users');
    const password = randomBytes(12).toString('hex');
    const { member, support } = writersOf(people);
    // A CouchDB that was never set up has no `_users` yet; 412 when it has.
    await couch.request({ db: '_users', method: 'PUT' }).catch((error: unknown) => {
      if (couchStatus(error) !== 412) throw error;
    });
    for (const { name, roles } of [member, support]) {
      await users.put({ _id: `org.couchdb.user:${name}`, name, type: 'user', roles, password });
    }
    await provisionBook(couch, people.activity, CASE_RULES);
    return {
      couch,
      fetchAs: ({ name }, path, init) => {
        const authorization = `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
        return fetch(real.url + path, { ...init, headers: { authorization, 'content-type': 'application/json' } });
      },
      close: async () => {
        for (const db of [bookDatabase(people.activity), receiptsDatabase(people.activity)]) {
          await orMissing(couch.request({ db, method: 'DELETE' }));
        }
        for (const { name } of [member, support]) {
          const user = await users.get(`org.couchdb.user:${name}`);
          if (user?._rev !== undefined) await users.remove(user._id, user._rev);
        }
      },
    };
  });
}
