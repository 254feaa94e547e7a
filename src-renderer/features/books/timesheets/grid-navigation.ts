/** A cell of the week: row of a deal, day 0 (Monday) to 6. */
export interface CellPosition {
  readonly row: number;
  readonly day: number;
}

/** What a key means in a cell. `isEditing`: the person has typed since the cell got the focus. */
export type CellAction =
  { readonly kind: 'move'; readonly to: CellPosition } | { readonly kind: 'commit' } | { readonly kind: 'restore' };

/**
 * The action of a key, or undefined when the field itself deals with it. Arrows move; left and right move the caret
 * instead once something was typed. Enter commits and goes down; in the last row it stays.
 */
export function actionOfKey(
  key: string,
  position: CellPosition,
  rowCount: number,
  isEditing: boolean,
): CellAction | undefined {
  const { row, day } = position;
  const last = rowCount - 1;
  switch (key) {
    case 'ArrowUp':
      return { kind: 'move', to: { row: Math.max(0, row - 1), day } };
    case 'ArrowDown':
      return { kind: 'move', to: { row: Math.min(last, row + 1), day } };
    case 'ArrowLeft':
      return isEditing ? undefined : { kind: 'move', to: { row, day: Math.max(0, day - 1) } };
    case 'ArrowRight':
      return isEditing ? undefined : { kind: 'move', to: { row, day: Math.min(6, day + 1) } };
    case 'Enter':
      return row === last ? { kind: 'commit' } : { kind: 'move', to: { row: row + 1, day } };
    case 'Escape':
      return { kind: 'restore' };
    default:
      return undefined;
  }
}
