import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { envelopeSchema } from './envelope.ts';
import { RECORD_TYPES } from './registry.ts';

/**
 * Devices of different versions share the data, so schemas may only grow: a member is never removed, never changes its type
 * and a new member is never required. The committed snapshot is what is out there; extend it with
 * `node build/write-schema-snapshot.mjs` when a change only adds.
 */
const committed = JSON.parse(readFileSync(new URL('./schema-snapshot.json', import.meta.url), 'utf8')) as Record<
  string,
  Schema
>;

interface Schema {
  readonly type?: string;
  readonly properties?: Record<string, Schema>;
  readonly required?: string[];
  readonly items?: Schema;
  readonly enum?: unknown[];
  readonly anyOf?: Schema[];
}

function describeSchemas(): Record<string, Schema> {
  const described: Record<string, Schema> = {
    envelope: z.toJSONSchema(envelopeSchema, { unrepresentable: 'any' }) as Schema,
  };
  for (const [type, info] of Object.entries(RECORD_TYPES)) {
    described[type] = z.toJSONSchema(info.body, { unrepresentable: 'any' }) as Schema;
  }
  return described;
}

/** What in `now` would break a device that still has `before`. */
function listBreaks(before: Schema, now: Schema | undefined, path: string): string[] {
  if (now === undefined) return [`${path} was removed`];
  const breaks: string[] = [];
  if (before.type !== now.type) breaks.push(`${path} changed from ${String(before.type)} to ${String(now.type)}`);
  for (const value of before.enum ?? []) {
    if (!(now.enum ?? []).includes(value)) breaks.push(`${path} lost the value ${String(value)}`);
  }
  const oldRequired = new Set(before.required);
  for (const name of now.required ?? []) if (!oldRequired.has(name)) breaks.push(`${path}.${name} became required`);
  for (const [name, member] of Object.entries(before.properties ?? {})) {
    breaks.push(...listBreaks(member, now.properties?.[name], `${path}.${name}`));
  }
  if (before.items !== undefined) breaks.push(...listBreaks(before.items, now.items, `${path}[]`));
  return breaks;
}

describe('schemas only grow', () => {
  const now = describeSchemas();

  it.each(Object.keys(committed))('%s', (type) => {
    expect(listBreaks(committed[type] ?? {}, now[type], type)).toEqual([]);
  });

  it('knows every type that exists', () => {
    expect(Object.keys(committed).sort()).toEqual(Object.keys(now).sort());
  });

  it('would notice a removal, a change of type, a lost value and a new requirement', () => {
    const before: Schema = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string', enum: ['x', 'y'] } },
    };
    const after: Schema = { type: 'object', properties: { b: { type: 'integer', enum: ['x'] } }, required: ['c'] };
    expect(listBreaks(before, after, 't')).toEqual([
      't.c became required',
      't.a was removed',
      't.b changed from string to integer',
      't.b lost the value y',
    ]);
  });
});
