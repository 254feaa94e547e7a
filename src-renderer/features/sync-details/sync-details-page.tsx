import type { JSX } from 'react';

export function SyncDetailsPage(): JSX.Element {
  return <p>SyncDetailsPage</p>;
}
