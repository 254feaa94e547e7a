import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { connectCouch } from './connect.ts';
import { DatabaseAway, openOutageLog } from './database-outage.ts';

it('an outage is said once, then once a minute, and its end once', async () => {
  let answer: 'cut' | number = 200;
  const server = createServer((request, response) => {
    if (answer === 'cut') request.socket.destroy();
    else response.writeHead(answer, { 'content-type': 'application/json' }).end('[]');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const lines: string[] = [];
  let nowMs = 0;
  const outage = openOutageLog(
    (line) => lines.push(line.replace(/:.*/, '')),
    () => nowMs,
  );
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const couch = connectCouch(url, { name: 'keeper', password: 'right' }, outage);
  const ask = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) await couch.listDatabases().catch(() => undefined);
  };
  await ask(2);
  expect(lines).toEqual([]);
  answer = 'cut';
  await ask(20);
  await expect(couch.listDatabases()).rejects.toBeInstanceOf(DatabaseAway);
  expect(lines.splice(0)).toEqual(['the database cannot be reached']);
  // A balancer with nobody behind it says so with a status.
  answer = 503;
  nowMs = 61_000;
  await ask(20);
  expect(lines.splice(0)).toEqual(['the database is still away after 61 s']);
  // A refusal is an answer.
  answer = 403;
  await ask(3);
  expect(lines).toEqual(['the database answers again after 61 s; 41 requests failed meanwhile']);
});
