import { expect, it } from 'vitest';
import { formatSequence, parseSince } from '../embedded/store/sequence.ts';
import { forgetForeignPosition } from './foreign-position.ts';

const UUID = 'Zm9vYmFyYmF6cXV4';
const COUCHDB = '23-g1AAAACbeJzLYWBgYMpgTmEQTM4vTc5ISXIwNDLXMwBCwxyQVCJDUv3___-zMpiT';
const UNCOMPRESSED = '23-g2wAAAABaANtAAAAD2NvdWNoZGJAMTI3LjAuMC4xbAAAAAJhAG4EAP____9qYRdq';

it('a position of the embedded server means nothing to CouchDB, which then reads from the beginning', () => {
  const ours = encodeURIComponent(formatSequence(17, UUID));
  expect(forgetForeignPosition(`/book/_changes?since=${ours}&limit=5`)).toBe('/book/_changes?since=0&limit=5');
  expect(forgetForeignPosition(`/book/_changes?feed=longpoll&since=${ours}`)).toBe(
    '/book/_changes?feed=longpoll&since=0',
  );
  for (const same of ['0', 'now', COUCHDB, UNCOMPRESSED]) {
    expect(forgetForeignPosition(`/book/_changes?since=${same}`)).toBe(`/book/_changes?since=${same}`);
  }
  expect(forgetForeignPosition(`/book/since=${ours}`)).toBe(`/book/since=${ours}`);
});

it('a position of CouchDB makes the embedded server read from the beginning', () => {
  for (const foreign of [COUCHDB, UNCOMPRESSED, formatSequence(4, 'b3RoZXItc2VydmVy')]) {
    expect(parseSince(foreign, UUID, 9)).toBe(0);
  }
  expect(parseSince(formatSequence(4, UUID), UUID, 9)).toBe(4);
  expect(() => parseSince('nonsense', UUID, 9)).toThrow();
});
