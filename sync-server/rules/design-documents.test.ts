import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { makeCustomer } from '../testing/test-records.ts';
import { buildRulesDocument } from './design-documents.ts';
import { toDocument } from '../couch/stored-record.ts';

const ACTIVITY = '01HK153X0173FHWT6W4MS9X6BE';

describe('the rules document', () => {
  it('is the same every time, and one for each kind of database', async () => {
    const [one, again, commons] = await Promise.all([
      buildRulesDocument('book'),
      buildRulesDocument('book'),
      buildRulesDocument('commons'),
    ]);
    expect(again).toEqual(one);
    expect(commons.contentHash).not.toBe(one.contentHash);
    expect(commons.lib).toEqual(one.lib);
  });

  it('stays small enough to travel to every device', async () => {
    expect((await buildRulesDocument('book')).lib?.rules.length).toBeLessThan(175_000);
  });

  it('runs without TextEncoder, console, process or eval', async () => {
    const { lib } = await buildRulesDocument('book');
    const context = createContext({ module: { exports: {} } }, { codeGeneration: { strings: false, wasm: false } });
    runInContext(lib?.rules ?? '', context);
    const user = { name: 'ada.fall', roles: ['member'], db: `book-${ACTIVITY.toLowerCase()}` };
    const judge = (document: object): string => {
      Object.assign(context, { call: ['book', document, null, user] });
      return runInContext(
        `try { module.exports.validate(...call); '' } catch (error) { error.forbidden ?? String(error) }`,
        context,
      ) as string;
    };
    const document = toDocument(makeCustomer('ada.fall', ACTIVITY));
    expect(judge(document)).toBe('');
    expect(judge({ ...document, status: 'unheard-of' })).toBe('record.invalid: record is not valid at status');
  });

  it('lets only the server write into network', async () => {
    const { lib, validate_doc_update: validate } = await buildRulesDocument('network');
    expect(lib).toBeUndefined();
    const run = runInContext(`(${validate})`, createContext({})) as (...call: unknown[]) => void;
    const attempt = (roles: string[]) => () => {
      run({}, null, { roles }, {});
    };
    expect(attempt(['_admin'])).not.toThrow();
    expect(attempt(['support-team'])).toThrow(
      expect.objectContaining({ forbidden: expect.stringMatching(/^record\.forbidden: /) as string }),
    );
  });
});
