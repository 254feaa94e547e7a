import type { JSX } from 'react';

export function NetworkBookPage(): JSX.Element {
  return <p>NetworkBookPage</p>;
}
