import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Result } from '../../../shared/core/result.ts';
import { isLargeBody, readJsonRequest } from './read-json-request.ts';

const MEGABYTE = 1024 * 1024;

let server: Server;
let port: number;
/** What came of the requests so far, and the bytes that were noted of the last one. */
let results: Promise<Result<unknown>>[] = [];
let noted: number[] = [];

beforeAll(async () => {
  server = createServer((incoming, response) => {
    noted = [];
    const result = readJsonRequest(incoming, (count) => noted.push(count));
    results.push(result);
    void result.then(() => response.end());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

async function read(body: RequestInit['body'], headers: Record<string, string> = {}): Promise<Result<unknown>> {
  results = [];
  await fetch(`http://127.0.0.1:${String(port)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body ?? '',
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  });
  const [result] = results;
  if (result === undefined) throw new Error('no request came');
  return result;
}

/** The same bytes without saying how many there are. */
const streamed = (text: string): ReadableStream => new Blob([text]).stream();
const packed = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(text));
const GZIP = { 'content-encoding': 'gzip' };
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
/** A request of which only the head is looked at. */
const withHead = (headers: IncomingMessage['headers'], method = 'POST'): IncomingMessage =>
  Object.assign(Readable.from([]), { method, headers }) as unknown as IncomingMessage;
const code = (name: string) => ({ ok: false, error: { code: name } });

describe('the body of a request', () => {
  it.each(['application/json', 'Application/JSON', 'application/json; charset=utf-8', 'application/json ;x=1'])(
    'is read as %s',
    async (type) => {
      expect(await read('{"a":[1]}', { 'content-type': type })).toEqual({ ok: true, value: { a: [1] } });
    },
  );

  it.each(['text/plain', 'application/jsonp', 'x-application/json', 'application/json x'])(
    'is not read as %s, as a page of another origin may send it',
    async (type) => {
      expect(await read('{}', { 'content-type': type })).toMatchObject(code('record.invalid'));
    },
  );

  it('is not read where its type is not said', async () => {
    expect(await readJsonRequest(withHead({}))).toMatchObject(code('record.invalid'));
  });

  it('is JSON in UTF-8, not deeper than anything we write', async () => {
    expect(await read('no json')).toMatchObject(code('record.invalid'));
    expect(await read(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject(code('record.invalid'));
    expect((await read(nested(64))).ok).toBe(true);
    expect(await read(nested(65))).toMatchObject(code('record.invalid'));
    expect((await read('null')).ok).toBe(true);
  });

  it('is unpacked where it says how it is packed', async () => {
    expect(await read(packed('{"a":1}'), GZIP)).toEqual({ ok: true, value: { a: 1 } });
    expect(await read(packed('{"a":1}'), { 'content-encoding': ' GZIP ' })).toEqual({ ok: true, value: { a: 1 } });
    expect(await read('{"a":1}', { 'content-encoding': 'identity' })).toEqual({ ok: true, value: { a: 1 } });
    expect(await read('{}', GZIP)).toMatchObject(code('record.invalid'));
    expect(await read('{}', { 'content-encoding': 'br' })).toMatchObject(code('record.invalid'));
  });

  it('has a megabyte at most, said beforehand or not, packed or not', async () => {
    const text = (length: number) => JSON.stringify('x'.repeat(length - 2));
    const tooMuch = { ok: false, error: { code: 'network.tooMuch', details: { most: MEGABYTE } } };
    for (const make of [(body: string) => body, streamed]) {
      expect((await read(make(text(MEGABYTE)))).ok).toBe(true);
      expect(await read(make(text(MEGABYTE + 1)))).toMatchObject(tooMuch);
    }
    expect((await read(packed(text(MEGABYTE)), GZIP)).ok).toBe(true);
    expect(await read(packed(text(MEGABYTE + 1)), GZIP)).toMatchObject(tooMuch);
  });

  it('is counted as it came and as it was unpacked, whatever comes of it', async () => {
    const counted = () => noted.reduce((sum, count) => sum + count, 0);
    await read('{"a":1}');
    expect(counted()).toBe(7);
    await read('no json');
    expect(counted()).toBe(7);
    const small = packed('{"a":1}');
    await read(small, GZIP);
    expect(counted()).toBe(small.length + 7);
    const bomb = packed('x'.repeat(MEGABYTE + 1));
    await read(bomb, GZIP);
    expect(counted()).toBe(bomb.length + MEGABYTE);
    await read('{}', GZIP);
    expect(counted()).toBe(2);
  });

  it('that was cut is told as one that did not come to its end', async () => {
    results = [];
    const socket = connect(port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10\r\n\r\n{"a"');
    while (results.length === 0) await new Promise(setImmediate);
    socket.destroy();
    expect(await results[0]).toMatchObject(code('network.timeout'));
  });
});

describe('a request whose body is read', () => {
  const JSON_TYPE = { 'content-type': 'application/json' };
  const streaming = (body: Readable, headers: IncomingMessage['headers'] = {}): IncomingMessage =>
    Object.assign(body, { method: 'POST', headers: { ...JSON_TYPE, ...headers } }) as unknown as IncomingMessage;
  const silent = (): Readable => new Readable({ read: () => undefined });

  it('is refused by the length it says, before a byte of it is read', async () => {
    const incoming = streaming(Readable.from([Buffer.from('{}')]), { 'content-length': String(MEGABYTE + 1) });
    const counts: number[] = [];
    expect(await readJsonRequest(incoming, (count) => counts.push(count))).toMatchObject(code('network.tooMuch'));
    expect(counts).toEqual([]);
  });

  it('says how it is packed, with spaces or without', async () => {
    const incoming = streaming(Readable.from([Buffer.from(packed('{"a":1}'))]), { 'content-encoding': ' Gzip ' });
    expect(await readJsonRequest(incoming)).toEqual({ ok: true, value: { a: 1 } });
  });

  it('did not come to its end when it was gone before, goes away or fails', async () => {
    const gone = silent();
    gone.destroy();
    await new Promise((resolve) => gone.once('close', resolve));
    expect(await readJsonRequest(streaming(gone))).toMatchObject(code('network.timeout'));
    for (const why of [undefined, new Error('the line broke')]) {
      const body = silent();
      const read = readJsonRequest(streaming(body));
      body.destroy(why);
      expect(await read).toMatchObject(code('network.timeout'));
    }
  });

  it('is listened to no longer, and waited for no longer, once it is answered', async () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const body = silent();
    const read = readJsonRequest(streaming(body));
    expect([body.listenerCount('data'), vi.getTimerCount()]).toEqual([1, 1]);
    body.emit('data', Buffer.alloc(MEGABYTE + 1));
    expect(await read).toMatchObject(code('network.tooMuch'));
    expect([body.listenerCount('data'), vi.getTimerCount()]).toEqual([0, 0]);
  });
});

describe('a body that may be large', () => {
  const of = (headers: IncomingMessage['headers'], method = 'POST') => isLargeBody(withHead(headers, method));

  it('is one above a batch of the exchange, of unknown size or packed', () => {
    expect(of({ 'content-length': String(64 * 1024) })).toBe(false);
    expect(of({ 'content-length': String(64 * 1024 + 1) })).toBe(true);
    expect(of({})).toBe(true);
    expect(of({ 'content-length': '10', 'content-encoding': 'gzip' })).toBe(true);
    expect(of({}, 'GET')).toBe(false);
  });
});
