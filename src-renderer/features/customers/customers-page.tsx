import type { JSX } from 'react';

export function CustomersPage(): JSX.Element {
  return <p>CustomersPage</p>;
}
