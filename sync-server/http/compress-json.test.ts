import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { constants, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isWorthGzip, openGzip } from './compress-json.ts';

interface Answer {
  readonly path?: string;
  readonly method?: string;
  readonly accepts?: string | undefined;
  readonly status?: number;
  readonly headers?: Record<string, string>;
}

/** Whether such an answer is compressed: by default a long one of JSON, for a client that takes it. */
function isCompressed({ path = '/book/_all_docs', method = 'POST', status = 200, headers = {}, ...asked }: Answer) {
  const accepts = 'accepts' in asked ? asked.accepts : 'gzip, deflate, br';
  const request = { method, headers: accepts === undefined ? {} : { 'accept-encoding': accepts } };
  const answer = { statusCode: status, headers: { 'content-type': 'application/json', ...headers } };
  return isWorthGzip(path, request as unknown as IncomingMessage, answer as unknown as IncomingMessage);
}

describe('an answer is compressed', () => {
  it.each<[string, Answer]>([
    ['when nobody knows how long it is', {}],
    ['when it is longer than a packet is worth', { headers: { 'content-length': '257' } }],
    ['with its character set', { headers: { 'content-type': 'application/json; charset=utf-8' } }],
    ['when it is a feed that ends at once', { path: '/book/_changes?feed=normal&since=0' }],
    ['when a word only looks like a live feed', { path: '/book/_changes?feed=longpolling' }],
    ['when a part of the address only looks like one', { path: '/book/_changes?xfeed=longpoll' }],
    ['for who asks for it alone', { accepts: 'gzip' }],
    ['for who likes it less', { accepts: 'gzip;q=0.5, br' }],
    ['for who forbids something else', { accepts: 'gzip, br;q=0' }],
    ['for who hardly likes it', { accepts: 'gzip;q=0.01' }],
  ])('%s', (_, answer) => {
    expect(isCompressed(answer)).toBe(true);
  });
});

describe('an answer goes as it is', () => {
  it.each<[string, Answer]>([
    ['when it is short', { headers: { 'content-length': '256' } }],
    ['when it is no JSON', { headers: { 'content-type': 'application/octet-stream' } }],
    ['when it is a kind of JSON that only starts alike', { headers: { 'content-type': 'application/jsonx' } }],
    ['when it only speaks of JSON', { headers: { 'content-type': 'text/plain; x=application/json' } }],
    ['when it does not say what it is', { headers: { 'content-type': undefined as unknown as string } }],
    ['when it is compressed already', { headers: { 'content-encoding': 'gzip' } }],
    ['when it has no body', { status: 304 }],
    ['when headers alone were asked for', { method: 'HEAD' }],
    ['when it waits for news', { path: '/book/_changes?feed=longpoll' }],
    ['when it goes on for ever', { path: '/book/_changes?since=0&feed=continuous&x=1' }],
    ['when it is a stream of events', { path: '/book/_changes?feed=eventsource' }],
    ['for who does not ask for it', { accepts: undefined }],
    ['for who asks for something else', { accepts: 'br, xgzip' }],
    ['for who forbids it', { accepts: 'gzip;q=0' }],
    ['for who forbids it in other words', { accepts: 'br, gzip ; q=0.000 , deflate' }],
  ])('%s', (_, answer) => {
    expect(isCompressed(answer)).toBe(false);
  });
});

describe('what is compressed', () => {
  it('is the same bytes', async () => {
    const source = new PassThrough();
    const text = JSON.stringify(Array.from({ length: 2_000 }, (_, index) => ({ id: `customer:${String(index)}` })));
    const parts: Buffer[] = [];
    const packed = source.pipe(openGzip(source as unknown as IncomingMessage));
    source.end(text);
    for await (const part of packed) parts.push(part as Buffer);
    expect(gunzipSync(Buffer.concat(parts)).toString()).toBe(text);
    expect(Buffer.concat(parts).length).toBeLessThan(text.length / 5);
  });

  it('is not kept back while the rest is waited for', async () => {
    const source = new PassThrough();
    const packed = source.pipe(openGzip(source as unknown as IncomingMessage));
    const arrived = new Promise<Buffer>((resolve) => {
      const parts: Buffer[] = [];
      packed.on('data', (part: Buffer) => {
        parts.push(part);
        // The header comes alone: what follows it is what was written.
        if (Buffer.concat(parts).length > 10) resolve(Buffer.concat(parts));
      });
    });
    source.write('[{"id":"customer:1"}');
    const finishFlush = constants.Z_SYNC_FLUSH;
    expect(gunzipSync(await arrived, { finishFlush }).toString()).toBe('[{"id":"customer:1"}');
    source.destroy();
  });
});
