import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openClientErrors } from './client-error.ts';

/** What a client is told whose bytes could not be framed, and whether its connection is closed. */
async function tell(code: string | undefined, isSeen: boolean): Promise<string> {
  const errors = openClientErrors();
  const server = createServer((socket: Socket) => {
    if (isSeen) errors.noteRequest(socket);
    errors.handle(code === undefined ? {} : { code }, socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const client = connect(port, '127.0.0.1');
  let told = '';
  client.on('data', (bytes) => {
    told += bytes.toString();
  });
  await new Promise((resolve) => client.once('close', resolve));
  await new Promise((resolve) => server.close(resolve));
  return told;
}

describe('bytes that are no request', () => {
  it.each([
    ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
    ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
    ['HPE_INVALID_METHOD', '400 Bad Request'],
    [undefined, '400 Bad Request'],
  ])('%s are answered with %s, without a body, and the connection is closed', async (code, status) => {
    expect(await tell(code, false)).toBe(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });

  it('behind a request are cut without a word, which could be taken for the answer to another', async () => {
    expect(await tell('HPE_INVALID_METHOD', true)).toBe('');
  });

  it('on a line that takes no more are cut', () => {
    const calls: string[] = [];
    const line = { writable: false, write: () => calls.push('write'), destroy: () => calls.push('destroy') };
    openClientErrors().handle({}, line as unknown as Socket);
    expect(calls).toEqual(['destroy']);
  });
});
