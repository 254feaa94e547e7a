import { describe, expect, it } from 'vitest';
import { nextRevision } from './revision-id.ts';

describe('nextRevision', () => {
  it('is what CouchDB 3.5.2 gave for the same document', () => {
    expect(nextRevision(undefined, { a: 1, b: 'x' }, false, [])).toBe('1-1680198d07231b3760cfb1cc74ceb40d');
  });

  it('is what CouchDB gives for an empty document', () => {
    // The revision of every empty new document, as its documentation and many issues show it.
    expect(nextRevision(undefined, {}, false, [])).toBe('1-967a00dff5e02add41819138abb3284d');
  });

  it('depends on the parent, the body, the deletion and the attachments', () => {
    const attachment = { name: 'a', contentType: 'text/plain', digest: 'md5-XrY7u+Ae7tCTyyK7j1rNww==' };
    const revs = [
      nextRevision(undefined, { a: 1 }, false, []),
      nextRevision(undefined, { a: 2 }, false, []),
      nextRevision(undefined, { a: 1 }, true, []),
      nextRevision('1-abc', { a: 1 }, false, []),
      nextRevision('1-abd', { a: 1 }, false, []),
      nextRevision(undefined, { a: 1 }, false, [attachment]),
    ];
    expect(new Set(revs).size).toBe(revs.length);
    expect(nextRevision('41-abc', {}, false, [])).toMatch(/^42-[0-9a-f]{32}$/);
  });

  it.each([
    [-1],
    [255],
    [256],
    [2 ** 31],
    [-(2 ** 31) - 1],
    [Number.MAX_SAFE_INTEGER],
    [1.5],
    [1e300],
    [[1, 2, 3]],
    [[1, 300]],
    [[]],
    [null],
    ['é😀'],
    [{ deep: [{}] }],
  ])('takes %j', (value) => {
    const rev = nextRevision(undefined, { value }, false, []);
    expect(rev).toMatch(/^1-[0-9a-f]{32}$/);
    expect(nextRevision(undefined, { value }, false, [])).toBe(rev);
  });
});
