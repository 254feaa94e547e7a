import type { Server } from 'node:http';
import { createServer, get } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AgentLease } from './session-agents.ts';
import { MOST_OF_SESSION, openSessionAgents } from './session-agents.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A place that there has to be. */
function taken(lease: AgentLease | undefined): AgentLease {
  if (lease === undefined) throw new Error('there is no place');
  return lease;
}

/** A server that never answers, and whether a request to it by an agent came to its end. */
async function openSilent(): Promise<{
  readonly ask: (agent: AgentLease['agent']) => Promise<string>;
  readonly asked: () => Promise<void>;
  readonly close: () => void;
}> {
  const arrivals: (() => void)[] = [];
  const server: Server = createServer(() => arrivals.shift()?.());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ask: (agent) =>
      new Promise((resolve) => {
        get({ port, host: '127.0.0.1', agent }, () => {
          resolve('answered');
        }).once('error', () => {
          resolve('cut');
        });
      }),
    asked: () => new Promise((resolve) => arrivals.push(resolve)),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('connections to the database', () => {
  it('are kept for the next request of their session, and apart from those of others', async () => {
    const server = createServer((_, response) => response.end());
    let connections = 0;
    server.on('connection', () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const agents = openSessionAgents(false, 100);
    const ask = async (session: string): Promise<void> => {
      const { agent, done } = taken(agents.take(session));
      await new Promise((resolve) => {
        get({ port, host: '127.0.0.1', agent }, (answer) => answer.resume().once('close', resolve));
      });
      done();
    };
    for (const session of ['S1', 'S1', 'S2', 'S1', 'S2']) await ask(session);
    expect(connections).toBe(2);
    const { agent } = taken(agents.take('S1'));
    expect([agent.maxSockets, agent.maxFreeSockets]).toEqual([MOST_OF_SESSION, 2]);
    agents.close();
    server.close();
  });

  it('are encrypted where the database asks for it', () => {
    const [plain, encrypted] = [openSessionAgents(false, 1), openSessionAgents(true, 1)];
    expect(taken(plain.take('S1')).agent).not.toBeInstanceOf(TlsAgent);
    expect(taken(encrypted.take('S1')).agent).toBeInstanceOf(TlsAgent);
  });

  it('are closed when nobody used them for half a minute', () => {
    vi.useFakeTimers();
    const agents = openSessionAgents(false, 100);
    const first = taken(agents.take('S1'));
    const beside = taken(agents.take('S1'));
    first.done();
    vi.advanceTimersByTime(60_000);
    const while1 = taken(agents.take('S1'));
    expect(while1.agent, 'one request is under way').toBe(first.agent);
    while1.done();
    beside.done();
    vi.advanceTimersByTime(29_999);
    const again = taken(agents.take('S1'));
    expect(again.agent, 'just before').toBe(first.agent);
    vi.advanceTimersByTime(60_000);
    expect(taken(agents.take('S1')).agent, 'in use again').toBe(first.agent);
    agents.end('S1');
    const fresh = taken(agents.take('S1'));
    fresh.done();
    vi.advanceTimersByTime(30_000);
    expect(taken(agents.take('S1')).agent).not.toBe(fresh.agent);
    agents.close();
  });

  it('of a session go with it, those in use too, and nobody else’s', async () => {
    const silent = await openSilent();
    const agents = openSessionAgents(false, 100);
    const [own, other] = [taken(agents.take('S1')), taken(agents.take('S2'))];
    const arrived = [silent.asked(), silent.asked()];
    const asked = [silent.ask(own.agent), silent.ask(other.agent)];
    await Promise.all(arrived);
    agents.end('S1');
    agents.end('S9');
    expect(await asked[0]).toBe('cut');
    expect(taken(agents.take('S2')).agent).toBe(other.agent);
    expect(taken(agents.take('S1')).agent).not.toBe(own.agent);
    agents.close();
    expect(await asked[1]).toBe('cut');
    silent.close();
  });
});

describe('places for requests', () => {
  it('are bounded for a session, and free again once a request is done', () => {
    const agents = openSessionAgents(false, 100);
    const held = Array.from({ length: MOST_OF_SESSION }, () => taken(agents.take('S1')));
    expect(agents.take('S1')).toBeUndefined();
    expect(agents.take('S2')).toBeDefined();
    held[0]?.done();
    held[0]?.done();
    expect(agents.take('S1')).toBeDefined();
    expect(agents.take('S1'), 'done twice is one place').toBeUndefined();
    agents.close();
  });

  it('are bounded for all sessions together', () => {
    const agents = openSessionAgents(false, 3);
    const held = ['S1', 'S2', 'S3'].map((session) => taken(agents.take(session)));
    expect(agents.take('S4')).toBeUndefined();
    held[1]?.done();
    expect(agents.take('S4')).toBeDefined();
    expect(agents.take('S5')).toBeUndefined();
    agents.close();
  });

  it('of a session that ended are counted until their requests are done', () => {
    const agents = openSessionAgents(false, 1);
    const held = taken(agents.take('S1'));
    agents.end('S1');
    expect(agents.take('S2')).toBeUndefined();
    held.done();
    expect(agents.take('S2')).toBeDefined();
    agents.close();
  });

  it('that a session left behind end nothing of the one that took its name', () => {
    vi.useFakeTimers();
    const agents = openSessionAgents(false, 100);
    const before = taken(agents.take('S1'));
    agents.end('S1');
    const after = taken(agents.take('S1'));
    before.done();
    vi.advanceTimersByTime(60_000);
    expect(taken(agents.take('S1')).agent).toBe(after.agent);
    agents.close();
  });
});
