import type { JSX } from 'react';

export function TimesheetPage(): JSX.Element {
  return <p>TimesheetPage</p>;
}
