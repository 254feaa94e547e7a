import type { JSX } from 'react';

export function ExpensesPage(): JSX.Element {
  return <p>ExpensesPage</p>;
}
