import { isIPv6 } from 'node:net';

/** What counts as one address: an IPv6 network of 64 bits is one customer's, who chooses freely within it. */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail = ''] = ip.toLowerCase().split('::');
  const first = head === '' ? [] : head.split(':');
  // No end at all counts as one group: whatever stands behind the fourth, a zone with it, is not looked at.
  const last = tail.split(':');
  const zeros = Math.max(0, 8 - first.length - last.length);
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
