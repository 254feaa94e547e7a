import { describe, expect, it } from 'vitest';
import { BUILT_IN_RULES } from '../cooperative/published-rules.ts';
import { TYPE_NAMES } from '../records/registry.ts';
import { hash } from '../testing/hash.ts';
import { sampleContext } from '../testing/sample-context.ts';
import { sampleEntry } from '../testing/sample-records.ts';
import { rulesOf } from './rules-table.ts';

const entry = sampleEntry(sampleContext(), { date: '2026-03-02', amountCents: 100 });

it.each(TYPE_NAMES)('%s answers each question about its records', (type) => {
  const rules = rulesOf({ ...entry, type });
  const questions = { check: rules?.check, checkNew: rules?.checkNew, checkStep: rules?.checkStep };
  for (const [name, answer] of Object.entries({ ...questions, references: rules?.references })) {
    expect(answer, name).toBeInstanceOf(Function);
  }
});

describe('a type whose schema says all', () => {
  const customer = { ...entry, type: 'customer', id: 'customer:1' };
  const rules = rulesOf(customer);

  it('has nothing against any record, and names no other', () => {
    expect(rules?.check(customer)).toMatchObject({ ok: true });
    expect(rules?.checkNew(customer, hash, { name: 'lea.morvan', roles: ['member'] })).toMatchObject({ ok: true });
    expect(rules?.checkStep(undefined, customer, BUILT_IN_RULES)).toMatchObject({ ok: true });
    expect(rules?.references(customer)).toEqual([]);
  });
});
