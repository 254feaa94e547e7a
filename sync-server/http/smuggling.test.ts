import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openRawLine, sessionLines, statusesOf } from '../testing/raw-http.ts';
import { SMUGGLED_METHODS, SMUGGLING_CASES } from '../testing/smuggling-cases.ts';
import type { SmugglingStage } from '../testing/smuggling-stage.ts';
import { setSmugglingStage } from '../testing/smuggling-stage.ts';
import { startTestCouch } from '../testing/test-couch.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer } from '../testing/test-server.ts';

let server: TestServer;
let stage: SmugglingStage;
beforeAll(async () => {
  server = await startTestServer();
  stage = await setSmugglingStage(server);
});
afterAll(() => server.close());

describe.each(SMUGGLED_METHODS)('%s', (method) => {
  it.each(SMUGGLING_CASES)('with $name takes nothing from the next person', async (attempt) => {
    await stage.attack(method, attempt);
  });
});

describe('a GET or HEAD with a body', () => {
  const bodies = [
    'Content-Length: 5\r\n\r\n',
    'Content-Length: 5\r\n\r\nhello',
    'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ];
  const all = bodies.flatMap((rest) => ['GET', 'HEAD'].map((method) => [method, rest] as const));

  it.each(all)('%s %j is refused by the front and its connection closed', async (method, rest) => {
    const line = await openRawLine(server.url);
    line.send(`${method} /couch/${stage.attacker.book} HTTP/1.1\r\n${sessionLines(stage.attacker)}${rest}`);
    expect(statusesOf(await line.closed)).toEqual([400]);
  });

  it.each(all)('%s %j is refused by the embedded database and its connection closed', async (method, rest) => {
    const database = await startTestCouch();
    onTestFinished(database.close);
    const line = await openRawLine(database.couch.url);
    line.send(`${method} / HTTP/1.1\r\nHost: x\r\n${rest}`);
    expect(statusesOf(await line.closed)).toEqual([400]);
  });
});

describe('a connection', () => {
  it('gets no second answer to one request', async () => {
    const line = await openRawLine(server.url);
    line.send(`GET / HTTP/1.1\r\n${sessionLines(stage.attacker)}Transfer-Encoding: identity\r\n\r\n`);
    expect(statusesOf(await line.closed).length).toBeLessThanOrEqual(1);
  });

  it('answers pipelined requests in their order, each with its own', async () => {
    const line = await openRawLine(server.url);
    const ask = (path: string): string =>
      `GET /couch/${stage.attacker.book}${path} HTTP/1.1\r\n${sessionLines(stage.attacker)}\r\n`;
    line.send(ask('') + ask('/absent') + ask(''));
    const received = await line.answers(3);
    line.socket.destroy();
    expect(statusesOf(received)).toEqual([200, 404, 200]);
  });

  it('is closed after an answer that came before the whole body', async () => {
    const line = await openRawLine(server.url);
    const tooLarge = 'Content-Type: application/json\r\nContent-Length: 16500000\r\n';
    line.send(
      `POST /couch/${stage.attacker.book}/_bulk_docs HTTP/1.1\r\n${sessionLines(stage.attacker)}${tooLarge}\r\n{}`,
    );
    const hidden = `GET /couch/${stage.attacker.book} HTTP/1.1\r\n${sessionLines(stage.attacker)}\r\n`;
    await line.answers(1);
    line.send(hidden);
    expect(statusesOf(await line.closed)).toEqual([413]);
  });

  it.each(['http://evil.example/couch/', 'http://x/', '*', '//couch/'])('asks for %s in vain', async (target) => {
    const line = await openRawLine(server.url);
    line.send(`GET ${target}${stage.victim.book} HTTP/1.1\r\n${sessionLines(stage.attacker)}\r\n`);
    const received = await line.answers(1);
    line.socket.destroy();
    expect(statusesOf(received)[0]).toBeGreaterThanOrEqual(400);
    stage.expectNothingOfOthers(received);
  });

  it.each(['', 'Transfer-Encoding: chunked\r\n', 'Connection: keep-alive\r\nContent-Length: 2\r\n'])(
    'of HTTP/1.0 with %j harms nobody',
    async (lines) => {
      const line = await openRawLine(server.url);
      line.send(
        `POST /couch/${stage.attacker.book}/_all_docs HTTP/1.0\r\n${sessionLines(stage.attacker)}${lines}\r\n{}`,
      );
      await line.answers(1);
      line.socket.destroy();
      stage.expectNothingOfOthers(await line.closed);
      await stage.expectVictimServed();
    },
  );
});
