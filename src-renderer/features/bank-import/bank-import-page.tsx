import type { JSX } from 'react';

export function BankImportPage(): JSX.Element {
  return <p>BankImportPage</p>;
}
