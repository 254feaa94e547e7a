import { hostname, networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isOwnOrigin, makeHostCheck } from './host-check.ts';

describe('a Host header', () => {
  const local = makeHostCheck({ isLan: false });

  it.each(['localhost', 'LocalHost:4321', '127.0.0.1', '127.0.0.1:4321', '[::1]', '[::1]:4321'])(
    'names this server as %s',
    (header) => {
      expect(local(header)).toBe(true);
    },
  );

  it.each([
    undefined,
    '',
    ':4321',
    'evil.example',
    'evil.example:4321',
    'localhost.evil.example',
    'evil.localhost',
    'localhost:4321.evil.example',
    'localhost:port',
    'localhost:4321:4321',
    '127.0.0.2',
    '::1',
  ])('%s is that of another', (header) => {
    expect(local(header)).toBe(false);
  });

  it('is the public name, however it is written, where the server has one', () => {
    const check = makeHostCheck({ isLan: false, publicHost: 'Books.Example.org' });
    expect(check('books.example.org')).toBe(true);
    expect(check('BOOKS.example.ORG:443')).toBe(true);
    expect(check('www.books.example.org')).toBe(false);
    expect(check('localhost')).toBe(true);
    expect(local('books.example.org')).toBe(false);
    expect(local('undefined')).toBe(false);
  });

  it('is a name or an address of the machine only where it listens beyond itself', () => {
    const lan = makeHostCheck({ isLan: true });
    const name = hostname();
    for (const own of [name, name.toUpperCase(), `${name}.local`, `${name}.local:4321`]) {
      expect(lan(own), own).toBe(true);
    }
    expect(local(`${name}.local`)).toBe(false);
    for (const { address, family, internal } of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
      const written = family === 'IPv6' ? `[${address}]` : address;
      expect(lan(`${written}:4321`), written).toBe(true);
      if (!internal) expect(local(written), written).toBe(false);
    }
    expect(lan('evil.example')).toBe(false);
    expect(lan('')).toBe(false);
  });
});

describe('the page that sends a request', () => {
  it.each<[string | undefined, string | undefined]>([
    [undefined, 'localhost:4321'],
    [undefined, undefined],
    ['http://localhost:4321', 'localhost:4321'],
    ['http://localhost:4321', 'LOCALHOST:4321'],
    ['https://books.example.org', 'books.example.org'],
    ['https://books.example.org:443', 'books.example.org'],
  ])('%s is ours at %s', (origin, host) => {
    expect(isOwnOrigin(origin, host)).toBe(true);
  });

  it.each<[string, string | undefined]>([
    ['https://evil.example', 'books.example.org'],
    ['https://books.example.org.evil.example', 'books.example.org'],
    ['http://localhost:9999', 'localhost:4321'],
    ['http://localhost:4321', undefined],
    ['null', 'books.example.org'],
    ['', 'books.example.org'],
    ['books.example.org', 'books.example.org'],
  ])('%s is not ours at %s', (origin, host) => {
    expect(isOwnOrigin(origin, host)).toBe(false);
  });
});
