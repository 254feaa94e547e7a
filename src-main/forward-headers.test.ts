import { describe, expect, it } from 'vitest';
import { pickRequestHeaders, pickResponseHeaders } from './forward-headers.ts';

describe('pickRequestHeaders', () => {
  it('keeps what the protocol needs and drops the rest', () => {
    const headers = new Headers({
      accept: 'application/json',
      'Content-Type': 'application/json',
      'Content-Encoding': 'gzip',
      'X-Sillon-Account': 'marie',
      'If-None-Match': '"1-a"',
      Authorization: 'Basic x',
      Cookie: 'a=1',
      Origin: 'app://sillon',
      Referer: 'app://sillon/',
      Host: 'sillon',
      Connection: 'keep-alive',
      'Content-Length': '12',
      'X-Forwarded-For': '1.2.3.4',
    });
    expect(Object.fromEntries(pickRequestHeaders(headers))).toEqual({
      accept: 'application/json',
      'content-encoding': 'gzip',
      'content-type': 'application/json',
      'if-none-match': '"1-a"',
      'x-sillon-account': 'marie',
    });
  });
});

describe('pickResponseHeaders', () => {
  it('drops cookies, hop-by-hop headers and foreign policies', () => {
    const headers = new Headers({
      'content-type': 'application/json',
      etag: '"1-a"',
      'x-sillon-version': '1',
      'set-cookie': 'a=1',
      connection: 'close',
      'transfer-encoding': 'chunked',
      'www-authenticate': 'Basic',
      'access-control-allow-origin': '*',
      'content-security-policy': 'default-src *',
      location: 'https://elsewhere.example',
      'clear-site-data': '"*"',
    });
    expect(Object.fromEntries(pickResponseHeaders(headers))).toEqual({
      'content-type': 'application/json',
      etag: '"1-a"',
      'x-sillon-version': '1',
    });
  });

  it('drops the length of a packed body only', () => {
    expect(pickResponseHeaders(new Headers({ 'content-length': '5' })).get('content-length')).toBe('5');
    const packed = new Headers({ 'content-length': '5', 'content-encoding': 'gzip' });
    expect(Object.fromEntries(pickResponseHeaders(packed))).toEqual({});
  });

  it.each(['text/html', 'text/javascript; charset=utf-8', 'image/svg+xml', 'text/css', 'application/wasm'])(
    'makes %s harmless',
    (type) => {
      const picked = pickResponseHeaders(new Headers({ 'content-type': type }));
      expect(picked.get('content-type')).toBe('application/octet-stream');
    },
  );
});
