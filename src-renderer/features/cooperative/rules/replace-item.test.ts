import { describe, expect, it } from 'vitest';
import { unwrap } from '../../../../shared/core/result.ts';
import { replaceItem } from './replace-item.ts';

describe('replaceItem', () => {
  const items = [{ name: 'a' }, { name: 'b' }];

  it('adds, changes in its place, takes out', () => {
    expect(unwrap(replaceItem(items, undefined, { name: 'c' }))).toEqual([...items, { name: 'c' }]);
    expect(unwrap(replaceItem(items, { name: 'a' }, { name: 'c' }))).toEqual([{ name: 'c' }, { name: 'b' }]);
    expect(unwrap(replaceItem(items, { name: 'b' }, undefined))).toEqual([{ name: 'a' }]);
  });

  it('says so when the item changed meanwhile', () => {
    expect(replaceItem(items, { name: 'x' }, undefined)).toMatchObject({ error: { code: 'store.writeFailed' } });
  });
});
