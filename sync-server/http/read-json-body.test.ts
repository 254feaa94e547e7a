import { expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonBody } from './read-json-body.ts';

const schema = z.strictObject({ account: z.string(), devices: z.array(z.object({ name: z.string() })).optional() });

it('a body of the expected shape is read', () => {
  expect(readJsonBody(schema, { account: 'ada.fall' })).toEqual({ ok: true, value: { account: 'ada.fall' } });
});

it.each<[string, unknown, string]>([
  ['a wrong member', { account: 1 }, 'account'],
  ['a wrong member of a list', { account: 'ada.fall', devices: [{ name: 'x' }, { name: 1 }] }, 'devices.1.name'],
  ['no body', undefined, ''],
  ['more than was asked for', { account: 'ada.fall', secret: 'a password' }, ''],
])('%s is refused by its place, and its value is not told', (_, body, path) => {
  const read = readJsonBody(schema, body);
  expect(read).toEqual({
    ok: false,
    error: { code: 'record.invalid', message: `the request is not valid at ${path}`, details: { path } },
  });
  expect(JSON.stringify(read)).not.toContain('a password');
});
