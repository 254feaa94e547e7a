import { describe, expect, it } from 'vitest';
import { MEMBER_ROLE, SUPPORT_TEAM_ROLE } from '../../../shared/access/check-authority.ts';
import type { AnyRecord } from '../../../shared/records/envelope.ts';
import type { DatabaseName, RecordType } from '../../../shared/records/registry.ts';
import { RECORD_TYPES } from '../../../shared/records/registry.ts';
import { planRestore } from './backup-plan.ts';

const author = { user: 'awa.diallo', device: 'D1' };
const at = '2026-03-01T08:30:00.000Z';
const address = { lines: [], postalCode: '29300', city: 'Quimperlé', country: 'FR' };
const customer: AnyRecord = {
  id: 'customer:1',
  type: 'customer',
  schemaVersion: 1,
  activityId: 'A1',
  date: '2026-03-01',
  status: 'active',
  createdAt: at,
  createdBy: author,
  updatedAt: at,
  updatedBy: author,
  edits: ['E1'],
  rev: '',
  body: { name: 'Mairie', kind: 'public', address },
};

function plan(stored: AnyRecord | undefined, record: AnyRecord, database: DatabaseName = 'book', role = MEMBER_ROLE) {
  return planRestore(stored, { database, record }, { role, isSealed: true });
}

describe('planRestore', () => {
  it('adds what is absent, even of a type or version only a newer Sillon knows', () => {
    expect(plan(undefined, customer).kind).toBe('add');
    expect(plan(undefined, { ...customer, schemaVersion: 9 }).kind).toBe('add');
    expect(plan(undefined, { ...customer, id: 'garden:1', type: 'garden' }).kind).toBe('add');
  });

  it('takes the later state of what only a newer Sillon knows: no step of it is judged here', () => {
    const note = { ...customer, id: 'garden:1', type: 'garden', status: 'sown' };
    const later = { ...note, status: 'grown', edits: ['E2', 'E1'] };
    expect([plan(note, later).kind, plan(later, note).kind]).toEqual(['update', 'keep']);
    const entry = { ...customer, schemaVersion: 9 };
    expect(plan(entry, { ...entry, edits: ['E2', 'E1'] }).kind).toBe('update');
  });

  it('takes nothing that members never write, whoever reads the file', () => {
    const types = Object.keys(RECORD_TYPES).filter(
      (type) => !RECORD_TYPES[type as RecordType].writers.includes('member'),
    );
    expect(types).toEqual(
      expect.arrayContaining(['activitySettings', 'cooperativeSettings', 'payrollVersion', 'verdict']),
    );
    for (const type of types) {
      const record = { ...customer, id: `${type}:1`, type };
      const newer = { ...record, edits: ['E2', 'E1'] };
      for (const role of [MEMBER_ROLE, SUPPORT_TEAM_ROLE]) {
        expect(plan(undefined, record, 'book', role).kind).toBe('fromServer');
        expect(plan(record, newer, 'commons', role).kind).toBe('fromServer');
      }
    }
  });

  it('replaces nothing by a file without a seal that can be checked', () => {
    const newer = { ...customer, edits: ['E2', 'E1'], body: { ...customer.body, name: 'Ville' } };
    const unsealed = (stored: AnyRecord | undefined) =>
      planRestore(stored, { database: 'book', record: newer }, { role: MEMBER_ROLE, isSealed: false }).kind;
    expect([unsealed(undefined), unsealed(customer), unsealed(newer)]).toEqual(['add', 'copy', 'keep']);
  });

  it('adds a text with half a character, as a version before wrote it', () => {
    const half = { ...customer, body: { ...customer.body, name: 'Ville \ud83c' } };
    expect(plan(undefined, half).kind).toBe('add');
  });

  it('leaves out a record that does not fit its type', () => {
    expect(plan(undefined, { ...customer, body: { name: '' } }).kind).toBe('leaveOut');
    expect(plan(undefined, { ...customer, schemaVersion: 9, body: { name: 7 } }).kind).toBe('leaveOut');
    expect(plan(undefined, customer, 'commons').kind).toBe('leaveOut');
    expect(plan(undefined, customer, 'network', SUPPORT_TEAM_ROLE).kind).toBe('add');
  });

  it('follows the edits, not the clock', () => {
    const newer = { ...customer, edits: ['E2', 'E1'], updatedAt: '2020-01-01T00:00:00.000Z' };
    expect(plan(newer, customer).kind).toBe('keep');
    expect(plan(customer, newer)).toEqual({ kind: 'update', record: newer });
  });

  it('keeps the later revision of the server when it takes a newer version', () => {
    const newer = { ...customer, edits: ['E2', 'E1'], rev: '1-a', isPending: true };
    const step = plan({ ...customer, rev: '2-b' }, newer);
    expect(step.kind === 'update' ? step.record.rev : '').toBe('2-b');
  });

  it('knows by the revision that a version was sent long before, when the edits no longer tell', () => {
    const stored = { ...customer, edits: ['E20'], rev: '20-a', body: { ...customer.body, name: 'Ville' } };
    expect(plan(stored, { ...customer, rev: '3-a' }).kind).toBe('keep');
    expect(plan(stored, { ...customer, rev: '3-a', isPending: true }).kind).toBe('copy');
  });

  it('keeps both when they grew apart, unless they say the same', () => {
    const stored = { ...customer, edits: ['X', 'E1'], body: { ...customer.body, name: 'Ville' } };
    const saved = { ...customer, edits: ['Y', 'E1'], date: '2026-03-02' };
    expect(plan(stored, saved)).toEqual({ kind: 'copy', record: saved, fields: ['name', 'date'] });
    expect(plan({ ...stored, body: customer.body, date: '2026-03-02' }, saved).kind).toBe('keep');
  });

  it('does not go back behind a final document, and keeps the other version beside it', () => {
    const body = { invoiceId: 'invoice:1', amountCents: 5, currency: 'EUR', method: 'cash' };
    const payment = { ...customer, id: 'payment:1', type: 'payment', status: 'recorded', body };
    const forged = { ...payment, edits: ['E2', 'E1'], body: { ...body, amountCents: 6 } };
    expect(plan(payment, forged)).toEqual({ kind: 'copy', record: forged, fields: ['amountCents'] });
  });

  it('makes no copy of what the person does not write themself', () => {
    const stored = { ...customer, edits: ['X'], body: { ...customer.body, name: 'Ville' } };
    expect(plan(stored, customer, 'network', SUPPORT_TEAM_ROLE).kind).toBe('keep');
    const verdict = {
      ...customer,
      id: 'verdict:1',
      type: 'verdict',
      status: 'verified',
      body: { recordId: 'invoice:1', recordDigest: 'a'.repeat(64), checkedAt: at, ruleVersion: '1', differences: [] },
    };
    expect(plan({ ...verdict, edits: ['X'], status: 'mismatch' }, verdict).kind).toBe('fromServer');
  });
});
