import { hostname, networkInterfaces } from 'node:os';

export interface HostRules {
  /** Listens beyond loopback: the machine's own names and addresses count too. */
  readonly isLan: boolean;
  readonly publicHost?: string;
}

/** Tells whether a `Host` header names this server; others are a page of another site that was pointed at us (DNS rebinding). */
export function makeHostCheck(rules: HostRules): (header: string | undefined) => boolean {
  const allowed = new Set(['localhost', '127.0.0.1', '[::1]']);
  if (rules.publicHost !== undefined) allowed.add(rules.publicHost.toLowerCase());
  if (rules.isLan) for (const name of ownNames()) allowed.add(name);
  return (header) => header !== undefined && allowed.has(header.toLowerCase().replace(/:\d+$/, ''));
}

function ownNames(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  const name = hostname().toLowerCase();
  return [
    name,
    `${name}.local`,
    ...addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address)),
  ];
}

/** Whether the page that sent a request is ours: no `Origin` (not a page) or one whose host is the request's own. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}
