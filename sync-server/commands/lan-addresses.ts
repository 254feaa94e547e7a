import type { NetworkInterfaceInfo } from 'node:os';

/** What `serve --lan` prints: addresses for other computers, and what they need before anybody can join there. */
export function describeLan(
  port: string,
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): string {
  const addresses = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
    .map(({ family, address }) => `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`);
  const listed = addresses.map((address) => `  ${address}`);
  return [
    'It listens on the network of this computer too:',
    ...(listed.length === 0 ? ['  no network address found just now'] : listed),
    'Nobody can join at these addresses as they are: browsers keep books only at an address that begins with',
    'https:// or on the server’s own computer. Put a proxy with a certificate in front of Sillon and start it',
    'with --public-host NAME instead (docs/deployment.md); people then type https://NAME. The desktop',
    'application needs that address too.',
  ].join('\n');
}
