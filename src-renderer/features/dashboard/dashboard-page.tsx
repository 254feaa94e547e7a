import type { JSX } from 'react';

export function DashboardPage(): JSX.Element {
  return <p>DashboardPage</p>;
}
