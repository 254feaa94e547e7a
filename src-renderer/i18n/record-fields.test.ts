import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { RecordType } from '../../shared/records/registry.ts';
import { RECORD_TYPES, TYPE_NAMES } from '../../shared/records/registry.ts';
import { recordFields } from './fr/record-fields.ts';

interface Schema {
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** Types whose versions no person compares: what the server writes, copies of versions, parameters (they have words of their own). */
const WRITTEN_BY_MACHINES: readonly RecordType[] = ['conflictCopy', 'payrollVersion', 'syncMark', 'verdict'];

/** Members that say nothing to a person and are not shown: digests, sizes, ids of a bank, the proof. */
const MACHINE_MEMBERS = /^(sha256|fileSha256|sizeBytes|mimeType|importId|transactionId|inputDigest|resultDigest|rule)$/;

function membersOf({ properties = {}, items, anyOf = [] }: Schema): string[] {
  const inner = [...Object.values(properties), ...anyOf, ...(items === undefined ? [] : [items])];
  return [...Object.keys(properties), ...inner.flatMap(membersOf)];
}

describe.each(TYPE_NAMES.filter((type) => !WRITTEN_BY_MACHINES.includes(type)))('the members of %s', (type) => {
  it('have words, so that versions can be compared without codes', () => {
    const schema = z.toJSONSchema(RECORD_TYPES[type].body, { unrepresentable: 'any' }) as Schema;
    const shown = membersOf(schema).filter((member) => !MACHINE_MEMBERS.test(member));
    expect(shown.filter((member) => !Object.hasOwn(recordFields, member))).toEqual([]);
  });
});
