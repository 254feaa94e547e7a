import type { JSX } from 'react';

export function LedgerPage(): JSX.Element {
  return <p>LedgerPage</p>;
}
