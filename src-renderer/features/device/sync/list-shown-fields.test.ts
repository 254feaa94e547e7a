import { expect, it } from 'vitest';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { listShownFields } from './list-shown-fields.ts';

const by = { user: 'lea', device: 'D' };
const draft: AnyRecord = {
  id: 'invoice:1',
  type: 'invoice',
  schemaVersion: 1,
  activityId: 'A1',
  date: '2026-03-02',
  status: 'draft',
  createdAt: '',
  createdBy: by,
  updatedAt: '',
  updatedBy: by,
  edits: ['E'],
  rev: '',
  body: { number: '', subject: 'Étagère', totals: { grossCents: 42_000 }, sequence: 0 },
};
const issued: AnyRecord = {
  ...draft,
  status: 'issued',
  body: {
    number: 'F-AB1-2026-0001',
    subject: 'Étagère',
    totals: { grossCents: 24_000 },
    sequence: 1,
    seller: { name: 'Coop' },
    computation: { rule: 'invoiceTotals' },
  },
};

it('leaves out what issuing filled in and what only a proof needs', () => {
  expect(listShownFields(issued, draft, [])).toEqual(['totals', 'status']);
});

it('keeps what somebody emptied, and shows everything rather than nothing', () => {
  const emptied = { ...draft, body: { ...draft.body, subject: '' } };
  expect(listShownFields(draft, emptied, [])).toEqual(['subject']);
  expect(listShownFields(draft, { ...draft, body: { ...draft.body, sequence: 4 } }, [])).toEqual(['sequence']);
});
