import { describe, expect, it } from 'vitest';
import { COOPERATIVE } from '../../shared/access/database-names.ts';
import { SERVER_ROLE, SUPPORT_TEAM_ROLE } from '../../shared/access/check-authority.ts';
import { createSettings } from '../../shared/cooperative/create-settings.ts';
import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { BUILT_IN_RULES } from '../../shared/cooperative/published-rules.ts';
import type { ContributionRule } from '../../shared/records/contribution-rule.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import { createRecord, reviseRecord } from '../../shared/records/write-record.ts';
import { FLAT, makeCooperative } from '../../shared/cooperative/rules.test-support.ts';
import { hash } from '../data-folder/hash.ts';
import { SUPPORT } from '../testing/validation-cases.ts';
import { writeAs } from '../testing/test-records.ts';
import { toDocument } from '../couch/stored-record.ts';
import { judgeWrite } from './validation.ts';

const CONTEXT = writeAs(SUPPORT);
const FORMER = makeCooperative();
const PUBLISHED: PublishedRules = { ...BUILT_IN_RULES, closedThrough: '2025-06' };

function judgeRules(
  before: AnyRecord | undefined,
  contributionRules: readonly ContributionRule[],
  published = PUBLISHED,
): ReturnType<typeof judgeWrite> {
  const [made] = createSettings(CONTEXT, '2025-01-01', { contributionRules: [...contributionRules] });
  if (made === undefined) throw new Error('one subject makes one record');
  const after = before === undefined ? made : reviseRecord(CONTEXT, before, { body: made.body });
  return judge(before, after, published);
}

function judge(
  before: AnyRecord | undefined,
  after: AnyRecord,
  published = PUBLISHED,
  role = SUPPORT_TEAM_ROLE,
): ReturnType<typeof judgeWrite> {
  const writer = { name: SUPPORT, roles: [role] };
  const [stored, wanted] = [before && toDocument(before), toDocument(after)];
  return judgeWrite(
    { kind: 'commons', database: 'commons', before: stored ?? null, after: wanted, writer },
    hash,
    published,
  );
}

const [STORED] = createSettings(CONTEXT, '2025-01-01', { contributionRules: [FLAT] });

describe('what the commons take of the cooperative’s rules', () => {
  it('a rule from an open month', () => {
    expect(judgeRules(STORED, [FLAT, { ...FLAT, version: 'b', from: '2025-07-01' }]).ok).toBe(true);
  });

  it('no change of a closed month', () => {
    expect(judgeRules(STORED, [{ ...FLAT, ratePpm: 1 }])).toMatchObject({
      error: { code: 'rules.closedMonths' },
    });
  });

  it('no rule that cannot be computed with', () => {
    expect(judgeRules(STORED, [FLAT, { ...FLAT, from: '2025-07-01' }])).toMatchObject({
      error: { code: 'rules.sameName' },
    });
  });

  it('a subject’s first record, measured by the settings of before', () => {
    const published = { ...PUBLISHED, former: FORMER };
    expect(judgeRules(undefined, [FLAT, { ...FLAT, version: 'b', from: '2025-07-01' }], published).ok).toBe(true);
    expect(judgeRules(undefined, [{ ...FLAT, ratePpm: 1 }], published)).toMatchObject({
      error: { code: 'rules.closedMonths' },
    });
  });

  it('no record of before from anybody but the server, which restores and copies it', () => {
    const former = createRecord(CONTEXT, {
      ...{ type: 'cooperativeSettings', activityId: COOPERATIVE, date: '2025-01-01', status: 'active' },
      body: FORMER,
    });
    const changed = reviseRecord(CONTEXT, former, { body: { ...FORMER, paymentTermsDays: 45 } });
    for (const before of [undefined, former]) {
      expect(judge(before, changed)).toMatchObject({ error: { code: 'record.tooNew' } });
      expect(judge(before, changed, PUBLISHED, SERVER_ROLE).ok).toBe(true);
    }
  });

  it('no closing of a month that still ran, or was to come, when it was written', () => {
    const [made] = createSettings(CONTEXT, '2025-01-01', { closedThrough: '2025-07' });
    if (made === undefined) throw new Error('one subject makes one record');
    const close = (closedThrough: string | undefined, updatedAt: string, before: AnyRecord | undefined = made) =>
      judge(before, { ...reviseRecord(CONTEXT, made, { body: { closedThrough } }), updatedAt });
    const refused = { error: { code: 'rules.monthNotOver', details: { month: '2025-09' } } };
    expect(close('2025-09', '2025-09-29T12:00:00.000Z')).toMatchObject(refused);
    expect(close('2025-09', '2025-09-30T09:59:59.999Z')).toMatchObject(refused);
    // In Kiribati October has begun.
    expect(close('2025-09', '2025-09-30T10:00:00.000Z').ok).toBe(true);
    // Under a clock that went back months can be opened again.
    expect(close('2025-06', '2025-03-01T00:00:00.000Z').ok).toBe(true);
    expect(close(undefined, '2025-03-01T00:00:00.000Z').ok).toBe(true);
    expect(close('2025-07', '2025-03-01T00:00:00.000Z', { ...made, status: 'voided' })).toMatchObject({
      error: { code: 'rules.monthNotOver' },
    });
  });

  it('no second record of a subject', () => {
    const [made] = createSettings(CONTEXT, '2025-01-01', { closedThrough: '2025-07' });
    if (made === undefined) throw new Error('one subject makes one record');
    expect(judge(undefined, made).ok).toBe(true);
    expect(judge(undefined, { ...made, id: 'closing:other' })).toMatchObject({
      error: { code: 'record.invalid', details: { path: 'id' } },
    });
  });
});
