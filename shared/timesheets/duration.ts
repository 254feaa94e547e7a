/** Minutes as `7 h 30` (French habit, understood in English too); `0 h` when nothing. */
export function formatDuration(durationMinutes: number): string {
  const hours = Math.floor(durationMinutes / 60);
  const minutes = durationMinutes % 60;
  return minutes === 0 ? `${String(hours)}\u00a0h` : `${String(hours)}\u00a0h\u00a0${String(minutes).padStart(2, '0')}`;
}

/** Minutes as a person types them, `7h30`, `7h`, empty when nothing: {@link parseDuration} reads it back. */
export function formatShortDuration(durationMinutes: number): string {
  if (durationMinutes === 0) return '';
  const minutes = durationMinutes % 60;
  return `${String(Math.floor(durationMinutes / 60))}h${minutes === 0 ? '' : String(minutes).padStart(2, '0')}`;
}

/**
 * Reads a duration typed by a person as minutes: `7`, `7,5`, `7.25`, `7h30`, `7:30`, `45min`. Empty text is 0.
 * `undefined` when it is none of these or more than 24 hours.
 */
export function parseDuration(text: string): number | undefined {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').toLowerCase();
  if (compact === '') return 0;
  const minutesOnly = /^(\d{1,4})(?:min|mn|m)$/.exec(compact);
  const clock = /^(\d{1,2})[h:](\d{1,2})?$/.exec(compact);
  const decimal = /^(\d{0,2})(?:[.,](\d{1,2}))?h?$/.exec(compact);
  let minutes: number;
  if (minutesOnly) minutes = Number(minutesOnly[1]);
  else if (clock) {
    // `7h5` may mean five minutes or fifty: not guessed. `7:` and `7h` are whole hours.
    if (clock[2]?.length === 1 || Number(clock[2] ?? '0') > 59) return undefined;
    minutes = Number(clock[1]) * 60 + Number(clock[2] ?? '0');
  } else if (decimal && /\d/.test(compact)) {
    minutes = Number(decimal[1]) * 60 + Math.round((Number((decimal[2] ?? '').padEnd(2, '0')) * 60) / 100);
  } else return undefined;
  return minutes <= 24 * 60 ? minutes : undefined;
}
