import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { describeLan } from './lan-addresses.ts';

function at(address: string, family: 'IPv4' | 'IPv6', internal = false): NetworkInterfaceInfo {
  const other = { address, internal, netmask: '', mac: '', cidr: null };
  return family === 'IPv6' ? { ...other, family, scopeid: 0 } : { ...other, family };
}

describe('what serve --lan says', () => {
  it('names the addresses to type and that they need https', () => {
    const interfaces = {
      lo: [at('127.0.0.1', 'IPv4', true)],
      eth0: [at('192.168.1.20', 'IPv4'), at('fe80::1', 'IPv6'), at('2001:db8::7', 'IPv6')],
    };
    const text = describeLan('5985', interfaces);
    expect(text).toContain('\n  http://192.168.1.20:5985\n  http://[2001:db8::7]:5985\n');
    expect(text).not.toMatch(/127\.0\.0\.1|fe80/);
    expect(text).toMatch(/Nobody can join[^]*https:\/\/[^]*--public-host/);
  });

  it('does not hide that there is none', () => {
    expect(describeLan('5985', {})).toContain('no network address found');
  });
});
