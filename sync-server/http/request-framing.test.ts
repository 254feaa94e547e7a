import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { findFramingFault } from './request-framing.ts';

interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly httpVersion?: string;
}

/** A request with header lines as Node hands it over: names as they were sent, and the last of each in lower case. */
function request(lines: readonly (readonly [string, string])[], sent: Sent = {}): IncomingMessage {
  const headers = Object.fromEntries(lines.map(([name, value]) => [name.toLowerCase(), value]));
  const made = { method: 'POST', url: '/api/session', httpVersion: '1.1', ...sent };
  return { ...made, headers, rawHeaders: lines.flat() } as unknown as IncomingMessage;
}

const host = ['Host', 'localhost'] as const;
const length = (text: string) => ['Content-Length', text] as const;
const coding = (text: string) => ['Transfer-Encoding', text] as const;

describe('the framing of a request is sound', () => {
  it.each<[string, IncomingMessage]>([
    ['without a body', request([host])],
    ['with a length', request([host, length('12')])],
    ['with a length of nothing', request([host, length('0')])],
    ['with the longest length', request([host, length('9'.repeat(15))])],
    ['in chunks', request([host, coding('chunked')])],
    ['in Chunks', request([host, coding('Chunked')])],
    ['of HTTP/1.0 with a length', request([host, length('12')], { httpVersion: '1.0' })],
    ['that reads', request([host], { method: 'GET' })],
    ['that reads, with a length of nothing', request([host, length('0')], { method: 'GET' })],
    ['with another header twice', request([host, ['Accept', 'a'], ['accept', 'b']])],
    ['whose value is the name of a header', request([host, ['X-A', 'host'], ['X-B', 'Host']])],
  ])('%s', (_, sound) => {
    expect(findFramingFault(sound)).toBeUndefined();
  });
});

describe('the framing of a request is refused', () => {
  it.each<[string, IncomingMessage, RegExp]>([
    ['with two hosts', request([host, ['host', 'localhost']]), /twice/],
    ['with two lengths', request([host, length('2'), ['CONTENT-LENGTH', '2']]), /twice/],
    ['with two codings', request([host, coding('chunked'), ['transfer-encoding', 'chunked']]), /twice/],
    ['of an address with a host', request([host], { url: 'http://evil.example/' }), /not a path/],
    ['of an address that only ends as a path', request([host], { url: '*/' }), /not a path/],
    ['of no address', request([host], { url: undefined as unknown as string }), /not a path/],
    ['for another protocol', request([host, ['Upgrade', 'websocket']]), /other protocol/],
    ['with another coding', request([host, coding('gzip, chunked')]), /not offered/],
    ['with a coding in HTTP/1.0', request([host, coding('chunked')], { httpVersion: '1.0' }), /not offered/],
    ['with both coding and length', request([host, coding('chunked'), length('2')]), /not offered/],
    ['with a signed length', request([host, length('+2')]), /no number/],
    ['with a length and more', request([host, length('2, 2')]), /no number/],
    ['with a length of too many digits', request([host, length('9'.repeat(16))]), /no number/],
    ['that reads with a length', request([host, length('1')], { method: 'GET' }), /^a GET has no body/],
    ['that reads in chunks', request([host, coding('chunked')], { method: 'GET' }), /^a GET has no body/],
    ['that asks for headers with a body', request([host, length('1')], { method: 'HEAD' }), /^a HEAD has no body/],
  ])('%s', (_, faulty, why) => {
    expect(findFramingFault(faulty)).toMatch(why);
  });
});
