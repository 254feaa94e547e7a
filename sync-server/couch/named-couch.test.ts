import { expect, it } from 'vitest';
import { readNamedCouch } from './named-couch.ts';

const keeper = { name: 'keeper', password: 'a: p@ss/word' };

it.each([
  ['no CouchDB', {}, undefined],
  ['an empty name', { COUCHDB_URL: '' }, undefined],
  ['an address alone', { COUCHDB_URL: 'http://db:5984/' }, { url: 'http://db:5984', admin: undefined }],
  [
    'the administrator beside the address',
    { COUCHDB_URL: 'http://db:5984/prefix//', COUCHDB_USER: 'keeper', COUCHDB_PASSWORD: keeper.password },
    { url: 'http://db:5984/prefix', admin: keeper },
  ],
  [
    'the administrator in the address',
    { COUCHDB_URL: `http://keeper:${encodeURIComponent(keeper.password)}@db:5984` },
    { url: 'http://db:5984', admin: keeper },
  ],
  [
    'both, where the one beside it counts',
    { COUCHDB_URL: 'http://other:secret@db:5984', COUCHDB_USER: 'keeper', COUCHDB_PASSWORD: keeper.password },
    { url: 'http://db:5984', admin: keeper },
  ],
])('reads %s', (_what, environment, wanted) => {
  expect(readNamedCouch(environment)).toEqual(wanted);
});

it('takes no text for an address', () => {
  expect(() => readNamedCouch({ COUCHDB_URL: 'nowhere' })).toThrow(TypeError);
});
