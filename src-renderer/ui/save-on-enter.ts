import type { KeyboardEvent } from 'react';

/** Enter in a list of choices sends its form as in any other field: a select has no implicit submission. */
export function saveOnEnter(event: KeyboardEvent, save: () => void): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  save();
}
