import { expect } from 'vitest';
import { openRawLine, sessionLines } from './raw-http.ts';
import type { SmugglingCase } from './smuggling-cases.ts';
import { TestDevice } from './test-device.ts';
import { makeCustomer } from './test-records.ts';
import type { TestServer } from './test-server.ts';

/** Two members at one address, one of whom lies about the length of what they send. */
export interface SmugglingStage {
  readonly attacker: TestDevice;
  readonly victim: TestDevice;
  /** Sends one request of the attacker; fails when anything of it reaches the other person, or the reverse. */
  readonly attack: (method: string, attempt: SmugglingCase) => Promise<void>;
  /** The victim's next requests are answered with the victim's own record. */
  readonly expectVictimServed: () => Promise<void>;
  /** For all that an adversary received. */
  readonly expectNothingOfOthers: (received: string) => void;
}

const PATHS: Readonly<Record<string, string>> = { POST: '/_bulk_docs', PUT: '/_local/x' };

/** `url`: where both knock, the server's own address by default. */
export async function setSmugglingStage(server: TestServer, url = server.url): Promise<SmugglingStage> {
  const enrol = async (name: string): Promise<TestDevice> => {
    const { code } = await server.enrol({ name, newActivity: `Activité de ${name}` });
    const device = new TestDevice(url);
    await device.open('/api/enrolments/redeem', { code, password: 'champ de lin bleu', deviceName: 'x' });
    return device;
  };
  const attacker = await enrol('Ada Fall');
  const victim = await enrol('Bo Lind');
  const customer = makeCustomer('bo.lind', victim.info?.activityId ?? '');
  const { id } = customer;
  await victim.push([customer]);
  // Leaves open connections to the database behind, for whoever comes next.
  await Promise.all([attacker, victim].map((device) => device.fetch(`/couch/${device.book}`)));

  const expectVictimServed = async (): Promise<void> => {
    for (let turn = 0; turn < 2; turn += 1) {
      const response = await victim.fetch(`/couch/${victim.book}/${encodeURIComponent(id)}`);
      const body = (await response.json()) as { _id?: string };
      expect([response.status, body._id]).toEqual([200, id]);
    }
  };
  const expectNothingOfOthers = (received: string): void => {
    expect(received).not.toContain(id);
    expect(received).not.toContain(victim.book);
    expect(received).not.toMatch(/bearer|eyJ/i);
    // The answer to the hidden request.
    expect(received).not.toContain('_users');
  };
  const attack = async (method: string, { lines, body, isCut = false }: SmugglingCase): Promise<void> => {
    const line = await openRawLine(url);
    const path = `/couch/${attacker.book}${PATHS[method] ?? ''}`;
    const type = 'Content-Type: application/json\r\n';
    line.send(`${method} ${path} HTTP/1.1\r\n${sessionLines(attacker)}${type}${lines}\r\n${body}`);
    if (isCut) line.socket.end();
    // A server may rightly go on waiting for a body that was announced.
    const mayWait = !isCut && body === '' && method !== 'GET' && method !== 'HEAD';
    if (!mayWait) await line.answers(1);
    await expectVictimServed();
    line.socket.destroySoon();
    expectNothingOfOthers(await line.closed);
    await expectVictimServed();
  };
  return { attacker, victim, attack, expectVictimServed, expectNothingOfOthers };
}
