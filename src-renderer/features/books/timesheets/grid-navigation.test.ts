import { describe, expect, it } from 'vitest';
import { actionOfKey } from './grid-navigation.ts';

const at = (row: number, day: number) => ({ row, day });

describe('actionOfKey', () => {
  it('moves with the arrows and stays inside the grid', () => {
    expect(actionOfKey('ArrowUp', at(0, 3), 2, false)).toEqual({ kind: 'move', to: at(0, 3) });
    expect(actionOfKey('ArrowDown', at(0, 3), 2, false)).toEqual({ kind: 'move', to: at(1, 3) });
    expect(actionOfKey('ArrowDown', at(1, 3), 2, false)).toEqual({ kind: 'move', to: at(1, 3) });
    expect(actionOfKey('ArrowLeft', at(1, 0), 2, false)).toEqual({ kind: 'move', to: at(1, 0) });
    expect(actionOfKey('ArrowRight', at(1, 5), 2, false)).toEqual({ kind: 'move', to: at(1, 6) });
    expect(actionOfKey('ArrowRight', at(1, 6), 2, false)).toEqual({ kind: 'move', to: at(1, 6) });
  });

  it('leaves left and right to the caret once something was typed', () => {
    expect(actionOfKey('ArrowLeft', at(0, 3), 2, true)).toBeUndefined();
    expect(actionOfKey('ArrowDown', at(0, 3), 2, true)).toEqual({ kind: 'move', to: at(1, 3) });
  });

  it('commits with Enter and goes down, restores with Escape, lets digits through', () => {
    expect(actionOfKey('Enter', at(0, 3), 2, true)).toEqual({ kind: 'move', to: at(1, 3) });
    expect(actionOfKey('Enter', at(1, 3), 2, true)).toEqual({ kind: 'commit' });
    expect(actionOfKey('Escape', at(1, 3), 2, true)).toEqual({ kind: 'restore' });
    expect(actionOfKey('7', at(1, 3), 2, false)).toBeUndefined();
  });
});
