import { describe, expect, it } from 'vitest';
import type { Side } from './judge.ts';
import { judge } from './judge.ts';
import type { DumpedRecord, SoakWrite } from './page/soak-contract.ts';

const ID = 'ledgerEntry:1';

const write = (edit: string, label: string, ancestors: readonly string[] = [], note = ''): SoakWrite => ({
  id: ID,
  edit,
  ancestors,
  label,
  note,
});
const held = (edits: readonly string[], label: string, id = ID): DumpedRecord => ({
  id,
  type: 'ledgerEntry',
  status: 'active',
  edits,
  text: JSON.stringify({ label }),
});
const copyOf = (label: string): DumpedRecord => ({ ...held(['c'], label, 'conflictCopy:1'), type: 'conflictCopy' });
const side = (name: string, ...records: readonly DumpedRecord[]): Side => ({ name, records });
const NOTHING = { missing: [], stale: [], lostEdits: [] };

describe('the judge of a soak', () => {
  it('finds nothing when every side has the same and every value stands', () => {
    const record = held(['b', 'a'], '<2>');
    const writes = [write('a', '<1>'), write('b', '<2>', ['a'])];
    expect(judge(writes, side('server', record), [side('first', record)])).toEqual({ ...NOTHING, conflictCopies: 0 });
  });

  it('finds a record that a side has not', () => {
    const losses = judge([write('a', '<1>')], side('server', held(['a'], '<1>')), [side('first')]);
    expect(losses).toMatchObject({ ...NOTHING, missing: [`first: ${ID}`] });
  });

  it('finds a record that never reached the server', () => {
    const losses = judge([write('a', '<1>')], side('server'), [side('first', held(['a'], '<1>'))]);
    expect(losses.missing).toEqual([`server: ${ID}`, `server: ${ID} of first`]);
  });

  it('finds an acknowledged record that is nowhere', () => {
    const losses = judge([write('a', '<1>')], side('server'), [side('first')]);
    expect(losses).toMatchObject({ missing: [`server: ${ID}`], lostEdits: [`${ID} label <1>`] });
  });

  it('finds an older version on a side, and another text under the same edit', () => {
    const server = side('server', held(['b', 'a'], '<2>'));
    const writes = [write('a', '<1>'), write('b', '<2>', ['a'])];
    const losses = judge(writes, server, [
      side('first', held(['a'], '<1>')),
      side('second', held(['b', 'a'], '<other>')),
    ]);
    expect(losses).toMatchObject({ ...NOTHING, stale: [`first: ${ID}`, `second: ${ID}`] });
  });

  it('finds a value that somebody else’s edit silently put away', () => {
    const writes = [write('a', '<1>'), write('b', '<2>', ['a']), write('c', '<3>', ['a'])];
    const record = held(['c', 'a'], '<3>');
    expect(judge(writes, side('server', record), [])).toMatchObject({ ...NOTHING, lostEdits: [`${ID} label <2>`] });
  });

  it('finds a note that was lost although the label beside it stands', () => {
    const writes = [write('a', '<1>'), write('b', '<1>', ['a'], '<n>')];
    const losses = judge(writes, side('server', held(['b', 'a'], '<1>')), []);
    expect(losses.lostEdits).toEqual([`${ID} note <n>`]);
  });

  it('follows the chain of writes past the twelve ancestors that a record names', () => {
    const edits = Array.from({ length: 30 }, (_, index) => `e${String(index)}`);
    const ancestorsOf = (index: number): string[] => edits.slice(Math.max(0, index - 12), index).reverse();
    // A note that stays the same for thirty edits, and labels of which the first is replaced by the last alone.
    const writes = edits.map((edit, index) => write(edit, index < 29 ? '<1>' : '<2>', ancestorsOf(index), '<n>'));
    const record: DumpedRecord = {
      ...held(ancestorsOf(30), '<2>'),
      text: JSON.stringify({ label: '<2>', note: '<n>' }),
    };
    expect(judge(writes, side('server', record), [])).toMatchObject(NOTHING);
    // Nothing is excused: a value that was typed beside the chain is still lost.
    const beside = write('x', '<beside>', ['e3']);
    const losses = judge([...writes, beside], side('server', record), []);
    expect(losses.lostEdits).toEqual([`${ID} label <beside>`]);
  });

  it('counts a value as kept in a conflict copy', () => {
    const writes = [write('a', '<1>'), write('b', '<2>', ['a']), write('c', '<3>', ['a'])];
    const server = side('server', held(['c', 'a'], '<3>'), copyOf('<2>'));
    expect(judge(writes, server, [server])).toEqual({ ...NOTHING, conflictCopies: 1 });
  });

  it('counts a value as kept in a revision beside the winner, which is nobody’s record', () => {
    const writes = [write('a', '<1>'), write('b', '<2>', ['a']), write('c', '<3>', ['a'])];
    const loser: DumpedRecord = { ...held(['b', 'a'], '<2>', `${ID} 2-x`), type: 'losingRevision' };
    const record = held(['c', 'a'], '<3>');
    const losses = judge(writes, side('server', record, loser), [side('first', record)]);
    expect(losses).toEqual({ ...NOTHING, conflictCopies: 1 });
  });

  it('does not ask the network for its own marks', () => {
    const mark: DumpedRecord = { ...held(['m'], '', 'syncMark:1'), type: 'syncMark' };
    const record = held(['a'], '<1>');
    const losses = judge([write('a', '<1>')], side('server', record), [side('network', record, mark)]);
    expect(losses).toMatchObject(NOTHING);
  });
});
