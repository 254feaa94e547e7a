import type { JSX } from 'react';

export function PayPage(): JSX.Element {
  return <p>PayPage</p>;
}
