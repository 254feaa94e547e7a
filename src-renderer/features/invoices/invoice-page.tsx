import type { JSX } from 'react';

export function InvoicePage(): JSX.Element {
  return <p>InvoicePage</p>;
}
