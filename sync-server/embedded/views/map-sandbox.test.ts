import { describe, expect, it } from 'vitest';
import { compareKeys } from './collate.ts';
import { MapSandbox } from './map-sandbox.ts';

describe('map functions', () => {
  it('end when they run too long, and reach nothing of the host', async () => {
    const endless = await MapSandbox.create('function (doc) { while (doc.spin) {} emit(1, typeof process); }', 100);
    expect(endless.map(['{}'])).toEqual([[[1, 'undefined']]]);
    expect(() => endless.map(['{"spin":true}'])).toThrow('too long');
    endless.dispose();
  });

  it('that do not compile are refused', async () => {
    await expect(MapSandbox.create('function (doc) {', 100)).rejects.toMatchObject({ error: 'compilation_error' });
  });
});

describe('keys', () => {
  it('stand in the order of CouchDB', () => {
    const ordered = [
      null,
      false,
      true,
      -2,
      0,
      1.5,
      'a',
      'á',
      'b',
      'B',
      [],
      ['a'],
      ['a', null],
      ['a', 1],
      ['b'],
      {},
      { a: 1 },
    ];
    expect(ordered.toReversed().sort(compareKeys)).toEqual(ordered);
  });
});
