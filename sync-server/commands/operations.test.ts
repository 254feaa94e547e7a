import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../testing/command-line.ts';
import { runCommand, startServe, stopServe } from '../testing/command-line.ts';
import { TestDevice } from '../testing/test-device.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { makeCustomer } from '../testing/test-records.ts';

const PASSWORD = 'champ de lin bleu';

// Everything a person who looks after a server does, by the command line, beside a server that is in use.
describe('looking after a server', () => {
  it('backs up, revokes, rotates, provisions and erases beside the running server, then restores elsewhere', async () => {
    const folder = useTestFolder();
    const outcomes: Outcome[] = [];
    const run = async (name: string, ...args: string[]): Promise<Outcome> => {
      const outcome = await runCommand([name, '--data', folder, ...args]);
      outcomes.push(outcome);
      return outcome;
    };
    const { child, url } = await startServe(['--port', '0', '--data', folder]);
    const enrolled = await run('enrol', '--new', 'Pain de Lune', '--name', 'Ada Fall');
    const code = /code +(\S+)/.exec(enrolled.out)?.[1] ?? '';
    const ada = new TestDevice(url);
    await ada.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'portable' });
    const customer = makeCustomer('ada.fall', ada.info?.activityId ?? '');
    await ada.push([customer]);

    const backups = useTestFolder();
    const first = join(backups, 'first');
    const backedUp = await run('backup', '--to', first);
    expect([backedUp.code, backedUp.err.includes('Failed')]).toEqual([0, false]);
    expect(backedUp.out).toMatch(/databases {4}\d+/);
    expect(readdirSync(backups)).toEqual(['first']);
    expect(statSync(join(first, 'manifest.json')).mode & 0o077).toBe(0);
    expect((await run('backup', '--to', first)).err).toContain('is there already');
    expect((await run('status')).out).toMatch(/last backup: \d{4}-/);

    const rotated = await run('rotate-keys');
    expect(rotated.out).toMatch(/new key {2}[0-9a-f]{16}\nold key {2}[0-9a-f]{16}, accepted until/);
    expect(await ada.read(customer.id)).toMatchObject({ _id: customer.id });
    expect((await run('status')).out).toContain('1 old signing key still accepted');
    const provisioned = await run('provision');
    expect(provisioned.out).toContain('The embedded database needs no settings.');
    expect(provisioned.out).toContain('of 1 activities are there');

    expect((await run('revoke', '--account', 'ada.fall', '--device', 'PD1')).out).toContain('sessions ended   1');
    expect((await ada.fetch('/api/session')).status).toBe(401);
    expect((await run('revoke', '--account', 'nobody')).err.trim()).toBe('There is no account nobody.');
    const planned = await run('erase-person', '--account', 'ada.fall');
    expect(planned.out).toContain('Nothing was erased yet');
    expect(planned.out).toContain('Not reached from here');
    expect((await run('restore', '--from', first)).err.trim()).toBe(
      'A server runs on this data folder. Stop it, restore, and start it again.',
    );
    expect(await stopServe(child, 'SIGTERM')).toBe(0);

    const other = join(useTestFolder(), 'other');
    const restored = await runCommand(['restore', '--from', first, '--data', other]);
    expect([restored.code, restored.err]).toEqual([0, restored.err]);
    expect(restored.out).toMatch(/Comparer maintenant”\.\n\n\d+ databases restored, 0 with differences\n$/);
    expect((await runCommand(['restore', '--from', first, '--data', other])).err).toContain('--into-existing');
    const trail = await runCommand(['audit', '--data', other]);
    expect(trail.out).toMatch(/restore +command:\S+ +from=first databases=\d+ scope=empty/);
    // What happened before the backup came with it.
    expect(trail.out).toMatch(/join +ada\.fall +ada\.fall +device=PD1 name=portable/);
    const again = await startServe(['--port', '0', '--data', other]);
    // The session of the backup goes on, the password works, the record is there.
    const back = new TestDevice(again.url);
    await back.open('/api/session', { account: 'ada.fall', password: PASSWORD, deviceName: 'new' });
    expect(await back.read(customer.id)).toMatchObject({ _id: customer.id });
    ada.cookies.forEach((value, name) => back.cookies.set(name, value));
    expect((await back.fetch('/api/session')).status).toBe(200);
    for (const { out, err } of [...outcomes, restored]) expect(out + err).not.toContain(PASSWORD);
  }, 120_000);

  it('says so when the backup is none, and makes no half of a data folder useful', async () => {
    const empty = useTestFolder();
    const target = join(useTestFolder(), 'target');
    const { code, err } = await runCommand(['restore', '--from', empty, '--data', target]);
    expect([code, err.trim().split('\n').at(-1)]).toEqual([
      1,
      `There is no finished backup in ${empty}: it has no manifest.json.`,
    ]);
    expect(existsSync(join(empty, 'manifest.json'))).toBe(false);
  });
});
