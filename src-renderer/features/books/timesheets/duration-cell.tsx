import { TextInput } from '@mantine/core';
import type { JSX, KeyboardEvent } from 'react';
import { useState } from 'react';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { Result } from '../../../../shared/core/result.ts';
import { formatShortDuration, parseDuration } from '../../../../shared/timesheets/duration.ts';
import type { CellPosition } from './grid-navigation.ts';
import { actionOfKey } from './grid-navigation.ts';

/** One cell of the week. What cannot be saved stays as typed and says why; nothing else changes. */
export function DurationCell(props: {
  readonly durationMinutes: number;
  readonly label: string;
  readonly position: CellPosition;
  readonly rowCount: number;
  readonly hasError: boolean;
  readonly onMove: (to: CellPosition) => void;
  readonly onSave: (durationMinutes: number) => Promise<Result<unknown>>;
  /** Told what is wrong with the cell, and when it no longer is. */
  readonly onError: (error: AppError | undefined) => void;
}): JSX.Element {
  const { durationMinutes, label, position, rowCount, hasError, onMove, onSave, onError } = props;
  const [typed, setTyped] = useState<string>();
  const shown = formatShortDuration(durationMinutes);

  async function commit(): Promise<void> {
    if (typed === undefined) return;
    const minutes = parseDuration(typed);
    if (minutes === undefined) {
      onError(appError('timesheet.durationInvalid', 'not a duration'));
      return;
    }
    const done = minutes === durationMinutes ? { ok: true as const } : await onSave(minutes);
    onError(done.ok ? undefined : done.error);
    // Typing may have gone on while it was saved.
    if (done.ok) setTyped((now) => (now === typed ? undefined : now));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    const action = actionOfKey(event.key, position, rowCount, typed !== undefined);
    if (action === undefined) return;
    event.preventDefault();
    if (action.kind === 'restore') {
      setTyped(undefined);
      onError(undefined);
      event.currentTarget.value = shown;
      event.currentTarget.select();
      return;
    }
    // Leaving the field commits it.
    if (action.kind === 'move' && (action.to.row !== position.row || action.to.day !== position.day)) onMove(action.to);
    else void commit();
  }

  return (
    <TextInput
      variant="unstyled"
      size="sm"
      className="hours-cell"
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={hasError}
      error={hasError}
      data-cell={`${String(position.row)}-${String(position.day)}`}
      value={typed ?? shown}
      maxLength={8}
      onFocus={(event) => {
        event.currentTarget.select();
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
      }}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
    />
  );
}
