import { createServer } from 'node:net';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePage, runCommand as run, startServe, stopServe as stop } from '../testing/command-line.ts';
import { useTestFolder } from '../testing/test-folder.ts';

describe('the command line', () => {
  it('explains itself', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const command of ['serve', 'enrol', 'verify', 'status', 'backup', 'erase-person', 'COUCHDB_URL'])
      expect(out).toContain(command);
  });

  it.each([
    [['dance'], 'There is no command dance'],
    [['serve', '--port', 'many'], '--port takes a number'],
    [['serve', '--prot', '1'], "Unknown option '--prot'"],
    [['enrol'], '--name'],
    [['enrol', '--name', 'A B'], 'Choose one of'],
    [['backup'], '--to DIR'],
    [['restore'], '--from DIR'],
    [['revoke', '--device', 'PD1'], '--account NAME'],
    [['erase-person', '--yes'], '--account NAME'],
    [['enrol', '--name', 'A B', '--support', '--new', 'X'], 'Choose one of'],
    [['enrol', '--account', 'a.b', '--support'], '--account names a person who is enrolled already'],
    [['audit', '--kind', 'dance'], '--kind takes one of enrol, newCode, join'],
    [['audit', '--before', 'yesterday'], '--before takes the id'],
  ])('refuses %j with 2 and one line', async (args, sentence) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['asking for its status', ['status']],
    ['a code that would open nothing anywhere', ['enrol', '--support', '--name', 'Nadia Roy']],
  ])('does not make a data folder by %s', async (_what, args) => {
    const folder = join(useTestFolder(), 'none');
    const { code, err } = await run([...args, '--data', folder]);
    expect([code, existsSync(folder)]).toEqual([1, false]);
    expect(err).toContain('There is no data folder');
  });

  it('serves, works beside the running server, and stops cleanly', async () => {
    const folder = useTestFolder();
    const { child, url, out } = await startServe(['--port', '0', '--data', folder]);
    expect(out()).toContain('Administrator of the database, shown this once: admin / ');
    expect(await (await fetch(`${url}/api/status`)).json()).toMatchObject({ name: 'Sillon', isDemo: false });
    for (const file of readdirSync(folder).filter((name) => /json|pem/.test(name))) {
      expect(statSync(join(folder, file)).mode & 0o077, file).toBe(0);
    }
    const enrolled = await run(['enrol', '--new', 'Pain de Lune', '--name', 'Ada Fall', '--data', folder]);
    expect(enrolled.out).toMatch(
      /account {3}ada\.fall\nactivity {2}\w{26}\ncode {6}[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\n/,
    );
    const code = /code +(\S+)/.exec(enrolled.out)?.[1] ?? '';
    const redeemed = await fetch(`${url}/api/enrolments/redeem`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, password: 'champ de lin bleu', deviceName: 'portable' }),
    });
    expect(redeemed.status).toBe(200);
    const status = await run(['status', '--data', folder]);
    expect(status.out).toContain('PD1');
    expect(status.out).toMatch(/PD1 +ada\.fall +\S+ +yes +portable/);
    expect(status.out).toContain('1 member, 0 of the support team');
    expect(status.out).toContain('0 books waiting to be consolidated');
    expect(status.out).toContain('last backup: none yet');
    const verified = await run(['verify', '--data', folder]);
    expect([verified.code, verified.out.trim().split('\n').at(-1)]).toEqual([0, '0 checked, 0 mismatches']);

    const second = await run(['serve', '--web', makePage(), '--port', '0', '--data', folder]);
    expect([second.code, second.err.trim()]).toEqual([1, 'The data folder is in use by another process.']);

    expect(await stop(child, 'SIGTERM')).toBe(0);
    expect(existsSync(join(folder, 'running-server.json'))).toBe(false);
    for (const secret of [
      code,
      'champ de lin bleu',
      ...redeemed.headers.getSetCookie().map((cookie) => cookie.slice(0, 60)),
    ]) {
      expect(out()).not.toContain(secret);
    }
    // The folder alone, with the administrator it keeps.
    const later = await run(['status', '--data', folder]);
    expect(later.out).toContain('ada.fall');
    expect(later.out).not.toContain('shown this once');
  });

  it('does not take a namesake for somebody who is enrolled', async () => {
    const folder = useTestFolder();
    const enrol = (...args: string[]) => run(['enrol', '--data', folder, ...args]);
    await enrol('--new', 'Pain de Lune', '--name', 'Léa Morvan');
    const asked = await enrol('--new', 'Vannerie', '--name', 'Lea  MORVAN');
    expect([asked.code, asked.out]).toEqual([1, '']);
    expect(asked.err).toContain(
      'Somebody named Lea  MORVAN is enrolled already.\n  lea.morvan, member of Pain de Lune\n',
    );
    for (const way of ['enrol --account NAME', '--another-person']) expect(asked.err).toContain(way);
    // Neither is one of the same activity a reason to hand the account over.
    const activity = /activity +(\S+)/.exec((await enrol('--account', 'lea.morvan')).out)?.[1] ?? '';
    expect((await enrol('--activity', activity, '--name', 'Léa Morvan')).code).toBe(1);
    const another = await enrol('--new', 'Vannerie', '--name', 'Léa Morvan', '--another-person');
    expect(another.out).toMatch(/^account {3}lea\.morvan\.2\nactivity {2}\w{26}\n/);
    expect((await enrol('--account', 'lea.morvant')).err.trim()).toBe('There is no account lea.morvant.');
    const third = await enrol('--support', '--name', 'Léa Morvan');
    expect(third.err).toContain('  lea.morvan.2, member of Vannerie\n');
    // What was only asked opened nothing.
    expect((await run(['status', '--data', folder])).out).toContain('2 members, 0 of the support team');

    const { out } = await run(['audit', '--data', folder]);
    expect(out.match(/ enrol /g)).toHaveLength(2);
    expect(out).toMatch(/ newCode +command:\S+ +lea\.morvan /);
    expect(out).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC +enrol +command:\S+ +lea\.morvan\.2 +role=member/m);
  }, 60_000);

  it('says that the port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const port = String((taken.address() as AddressInfo).port);
    const { code, err } = await run(['serve', '--web', makePage(), '--port', port, '--data', useTestFolder()]);
    expect([code, err.trim()]).toEqual([1, 'The port is in use by another program. Choose another one with --port.']);
  });

  it('says that the application is not built', async () => {
    const { code, err } = await run(['serve', '--web', useTestFolder(), '--data', useTestFolder()]);
    expect([code, err.trim()]).toEqual([1, 'The web application is not built yet. Run: npm run build']);
  });

  it('stops on Ctrl-C too', async () => {
    const { child, out } = await startServe(['--port', '0', '--data', useTestFolder()]);
    expect(await stop(child, 'SIGINT')).toBe(0);
    expect(out()).toContain('Stopped.');
  });

  it('says that the file is damaged and leaves it as it is', async () => {
    const folder = useTestFolder();
    mkdirSync(join(folder, 'couch'));
    const path = join(folder, 'couch', 'couch.sqlite');
    writeFileSync(path, 'This is not a database. '.repeat(500));
    const before = readFileSync(path);
    const { code, err } = await run(['status', '--data', folder]);
    expect([code, err.trim()]).toEqual([
      1,
      'The database file is damaged. Nothing was changed; put back a copy of the folder.',
    ]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('does not mix a demonstration into a real folder', async () => {
    const folder = useTestFolder();
    await run(['enrol', '--support', '--name', 'Nadia Roy', '--data', folder]);
    const { code, err } = await run(['serve', '--demo', '--web', makePage(), '--port', '0', '--data', folder]);
    expect([code, err.trim()]).toEqual([
      1,
      'This data folder holds a real cooperative; choose another one for the demonstration.',
    ]);
  });

  it('asks for the administrator of a CouchDB it is pointed at', async () => {
    const folder = useTestFolder();
    const { code, err } = await run(['status', '--data', folder], { COUCHDB_URL: 'http://127.0.0.1:9' });
    expect([code, err.trim()]).toEqual([
      1,
      'With COUCHDB_URL, set COUCHDB_USER and COUCHDB_PASSWORD to its administrator.',
    ]);
  });
});
