import type { AnyRecord } from '../../shared/records/envelope.ts';
import { makeEntry, makeStatement, sealStatement } from './test-records.ts';
import type { ValidationCase } from './validation-case.ts';

/** When a record says it was made, written and stepped on. */
export function listMomentCases(activity: string, member: string): ValidationCase[] {
  const entry = (change: Partial<AnyRecord> = {}): AnyRecord => ({ ...makeEntry(member, activity, 2_000), ...change });
  const refusal = 'record.clock';
  const dead = '1970-01-01T00:00:07.000Z';
  const [edited, old] = [entry(), entry({ createdAt: dead, updatedAt: dead })];
  const pay = makeStatement(member, activity);
  const history = pay.body.history.map((step) => ({ ...step, at: '9999-12-31T23:59:59.999Z' }));
  return [
    { name: 'an entry made under a dead clock', after: entry({ createdAt: dead }), by: 'member', refusal },
    { name: 'the same copied by the server', after: entry({ createdAt: dead, updatedAt: dead }), by: 'server' },
    { name: 'an entry of the year 0', after: entry({ updatedAt: '0000-01-01T00:00:00.000Z' }), by: 'member', refusal },
    {
      name: 'an entry of a day that does not exist',
      after: entry({ updatedAt: '2026-02-30T09:00:00.000Z' }),
      by: 'member',
      refusal,
    },
    {
      name: 'an entry of a clock that is years ahead',
      after: entry({ updatedAt: '2031-01-01T00:00:00.000Z' }),
      by: 'member',
    },
    {
      name: 'an edit of the year 9999',
      before: edited,
      after: { ...edited, updatedAt: '9999-12-31T23:59:59.999Z' },
      by: 'member',
      refusal,
    },
    {
      name: 'an entry of before with a dead clock, edited',
      before: old,
      after: { ...old, updatedAt: '2026-03-27T09:00:00.000Z', edits: ['E2', ...old.edits] },
      by: 'member',
    },
    {
      name: 'a pay asked in the year 9999',
      after: sealStatement({ ...pay, body: { ...pay.body, history } }),
      by: 'member',
      refusal,
    },
  ];
}
