import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../records/envelope.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { checkAuthority, MEMBER_ROLE, SERVER_ROLE, SUPPORT_TEAM_ROLE } from './check-authority.ts';

const entry = sampleEntry(sampleContext('lea.morvan'), { date: '2026-03-02', amountCents: 100 });
const lea = { name: 'lea.morvan', roles: [MEMBER_ROLE] };
const claire = { name: 'claire', roles: [SUPPORT_TEAM_ROLE] };

const by = (user: string) => ({ user, device: 'D1' });
const refusal = (why: string) => ({ ok: false, error: { code: 'record.forbidden', details: { why } } });

it('the roles are those of the databases’ security', () => {
  expect([MEMBER_ROLE, SUPPORT_TEAM_ROLE, SERVER_ROLE]).toEqual(['member', 'support-team', '_admin']);
});

describe('whose name stands on a record', () => {
  it('who writes it first stands on it twice', () => {
    expect(checkAuthority(undefined, entry, lea)).toEqual({ ok: true, value: entry });
    expect(checkAuthority(undefined, { ...entry, createdBy: by('claire') }, lea)).toMatchObject(refusal('author'));
    expect(checkAuthority(undefined, { ...entry, updatedBy: by('claire') }, lea)).toMatchObject(refusal('author'));
  });

  it('who writes it next leaves the first name', () => {
    const next = { ...entry, updatedBy: by('claire') };
    expect(checkAuthority(entry, next, claire).ok).toBe(true);
    expect(checkAuthority(entry, next, lea)).toMatchObject(refusal('author'));
  });

  it('the server writes what it wants, even of a type it does not know', () => {
    const later = { ...entry, type: 'laterNote' };
    expect(checkAuthority(undefined, later, { name: 'server', roles: [SERVER_ROLE] }).ok).toBe(true);
    expect(checkAuthority(undefined, later, claire)).toMatchObject({ error: { code: 'record.unknownType' } });
  });

  it('who has no role writes what members write', () => {
    expect(checkAuthority(undefined, entry, { name: 'lea.morvan', roles: [] }).ok).toBe(true);
    const settings = { ...entry, type: 'activitySettings' };
    expect(checkAuthority(undefined, settings, { name: 'lea.morvan', roles: [] })).toMatchObject(refusal('type'));
    expect(
      checkAuthority(undefined, { ...settings, createdBy: by('claire'), updatedBy: by('claire') }, claire).ok,
    ).toBe(true);
  });
});

describe('the steps of a pay', () => {
  const step = (status: string, who: string) => ({ status, at: '2026-03-02T08:00:00.000Z', by: who });
  const pay = (status: string, writer: string, ...history: object[]): AnyRecord => ({
    ...entry,
    ...{ type: 'salaryStatement', status, updatedBy: by(writer), body: { history } },
  });
  const asked = pay('requested', 'lea.morvan', step('requested', 'lea.morvan'));
  const history = (asked.body as { history: object[] }).history;

  it('are asked by the member, taken by the support team', () => {
    expect(checkAuthority(undefined, asked, lea).ok).toBe(true);
    const checked = pay('checked', 'claire', ...history, step('checked', 'claire'));
    expect(checkAuthority(asked, checked, claire).ok).toBe(true);
  });

  it('are asked by nobody of the support team, be it in one write with their own', () => {
    const alone = pay('requested', 'claire', step('requested', 'claire'));
    const decided = ['requested', 'checked', 'validated', 'paid'].map((status) => step(status, 'claire'));
    for (const made of [alone, pay('paid', 'claire', ...decided)]) {
      const own = { ...made, createdBy: by('claire') };
      expect(checkAuthority(undefined, own, claire)).toMatchObject(refusal('step'));
      expect(checkAuthority(undefined, own, { name: 'claire', roles: [SERVER_ROLE] }).ok).toBe(true);
    }
  });

  it('carry the name of who takes them', () => {
    const asClaire = pay('checked', 'lea.morvan', ...history, step('checked', 'claire'));
    expect(checkAuthority(asked, asClaire, { ...lea, roles: [SUPPORT_TEAM_ROLE] })).toMatchObject(refusal('author'));
    const both = [step('checked', 'lea.morvan'), step('validated', 'claire')];
    expect(checkAuthority(asked, pay('validated', 'claire', ...history, ...both), claire)).toMatchObject(
      refusal('author'),
    );
  });

  it('are no less reserved when the record is made with them', () => {
    const already = pay('paid', 'lea.morvan', step('requested', 'lea.morvan'), step('paid', 'lea.morvan'));
    expect(checkAuthority(undefined, already, lea)).toMatchObject(refusal('step'));
    expect(
      checkAuthority(asked, pay('checked', 'lea.morvan', ...history, step('checked', 'lea.morvan')), lea),
    ).toMatchObject(refusal('step'));
  });

  it('are no less reserved when another step comes after them', () => {
    const hidden = [step('checked', 'lea.morvan'), step('cancelled', 'lea.morvan')];
    expect(checkAuthority(asked, pay('cancelled', 'lea.morvan', ...history, ...hidden), lea)).toMatchObject(
      refusal('step'),
    );
  });

  it('end the history with the status of the record', () => {
    expect(checkAuthority(asked, pay('checked', 'claire', ...history), claire)).toMatchObject(refusal('step'));
    expect(checkAuthority(undefined, pay('requested', 'lea.morvan'), lea)).toMatchObject(refusal('step'));
    const { history: _none, ...body } = asked.body as Record<string, unknown>;
    expect(checkAuthority(undefined, { ...asked, body }, lea)).toMatchObject(refusal('step'));
  });

  it('are not looked at again while the status stays', () => {
    expect(checkAuthority(asked, { ...asked, body: { history: [] } }, lea).ok).toBe(true);
  });
});
