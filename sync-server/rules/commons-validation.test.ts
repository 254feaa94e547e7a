import { describe, expect, it } from 'vitest';
import { SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import type { CooperativeSettingsBody } from '../../shared/records/cooperative-settings.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { FLAT, makeCooperative } from '../../shared/cooperative/rules.test-support.ts';
import { hash } from '../data-folder/hash.ts';
import { SUPPORT } from '../testing/validation-cases.ts';
import { writeAs } from '../testing/test-records.ts';
import { toDocument } from '../couch/stored-record.ts';
import { judgeWrite } from './validation.ts';

const CONTEXT = writeAs(SUPPORT);
const STORED = createRecord(CONTEXT, {
  type: 'cooperativeSettings',
  activityId: 'cooperative',
  date: '2025-01-01',
  status: 'active',
  body: makeCooperative({ closedThrough: '2025-06' }),
});

function judge(change: Partial<CooperativeSettingsBody>): ReturnType<typeof judgeWrite> {
  const after = reviseRecord(CONTEXT, STORED, { body: { ...STORED.body, ...change } });
  return judgeWrite(
    {
      kind: 'commons',
      database: 'commons',
      before: toDocument(STORED),
      after: toDocument(after),
      writer: { name: SUPPORT, roles: [SUPPORT_TEAM_ROLE] },
    },
    hash,
  );
}

describe('what the commons take of the cooperative’s rules', () => {
  it('a rule from an open month', () => {
    expect(judge({ contributionRules: [FLAT, { ...FLAT, version: 'b', from: '2025-07-01' }] }).ok).toBe(true);
  });

  it('no change of a closed month', () => {
    expect(judge({ contributionRules: [{ ...FLAT, ratePpm: 1 }] })).toMatchObject({
      error: { code: 'rules.closedMonths' },
    });
  });

  it('no rule that cannot be computed with', () => {
    expect(judge({ contributionRules: [FLAT, { ...FLAT, from: '2025-07-01' }] })).toMatchObject({
      error: { code: 'rules.sameName' },
    });
  });
});
