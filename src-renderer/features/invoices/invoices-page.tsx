import type { JSX } from 'react';

export function InvoicesPage(): JSX.Element {
  return <p>InvoicesPage</p>;
}
