import type { JSX } from 'react';

export function NetworkPage(): JSX.Element {
  return <p>NetworkPage</p>;
}
