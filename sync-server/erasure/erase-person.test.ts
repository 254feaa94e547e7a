import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectCouch } from '../couch/connect.ts';
import { describeServer } from '../testing/describe-server.ts';
import { TestDevice } from '../testing/test-device.ts';
import { useTestFolder } from '../testing/test-folder.ts';
import { makeCustomer, makeInvoice } from '../testing/test-records.ts';
import type { TestServer } from '../testing/test-server.ts';
import { startTestServer, TEST_ADMIN } from '../testing/test-server.ts';
import { findDuty, readRetention } from './retention.ts';

const PASSWORD = 'champ de lin bleu';
const RETENTION = readRetention('/nonexistent');

describe('the duty to keep', () => {
  const invoice = { type: 'invoice', status: 'issued', date: '2026-03-12' };
  it('lasts to the end of the last year', () => {
    expect(findDuty(invoice, RETENTION, '2036-12-31')).toEqual({ duty: 'accounting', until: '2036-12-31' });
    expect(findDuty(invoice, RETENTION, '2037-01-01')).toBeUndefined();
  });

  it.each([
    ['invoice', 'draft', undefined],
    ['salaryStatement', 'paid', 'pay'],
    ['salaryStatement', 'refused', undefined],
    ['ledgerEntry', 'voided', 'accounting'],
    ['timesheetWeek', 'active', 'workingTime'],
    ['payPlan', 'active', undefined],
    ['conflictCopy', 'open', undefined],
    ['laterNote', 'announced', 'accounting'],
    ['constructor', 'active', 'accounting'],
  ])('of a %s that is %s: %s', (type, status, duty) => {
    expect(findDuty({ type, status, date: '2026-03-12' }, RETENTION, '2026-04-01')?.duty).toBe(duty);
  });

  it('is set in a file of the data folder', () => {
    const folder = useTestFolder();
    const write = (text: string) => {
      writeFileSync(join(folder, 'retention.json'), text);
    };
    write('{"accounting": 11}');
    expect(readRetention(folder)).toEqual({ accounting: 11, pay: 5, workingTime: 3 });
    for (const wrong of ['{"accounting": "ten"}', '{"books": 3}', 'nothing']) {
      write(wrong);
      expect(() => readRetention(folder)).toThrow('Nothing was erased');
    }
  });
});

describe('erasing a person', () => {
  let server: TestServer;
  let ada: TestDevice;
  let dump: () => Promise<string>;
  let couch: ReturnType<typeof connectCouch>;
  beforeAll(async () => {
    server = await startTestServer();
    const { url } = (await server.control('database')) as { url: string };
    couch = connectCouch(url, { name: TEST_ADMIN.COUCHDB_USER, password: TEST_ADMIN.COUCHDB_PASSWORD });
    dump = async () => JSON.stringify(await describeServer(couch));
    const { code } = await server.enrol({ name: 'Ada Fall', newActivity: 'Pain de Lune' });
    ada = new TestDevice(server.url);
    await ada.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'Portable gris' });
  });
  afterAll(() => server.close());

  const erase = (account: string, isConfirmed: boolean) =>
    server.control('erase-person', { account, isConfirmed, retention: RETENTION });

  it('keeps what the law keeps, with its article, and leaves nothing else of them', async () => {
    const activityId = ada.info?.activityId ?? '';
    // On the issued invoice; the other one is on nothing.
    const customer = { ...makeCustomer('ada.fall', activityId), id: 'customer:01HK153X0173FHWT6W4MS9X6BE' };
    const stranger = makeCustomer('ada.fall', activityId, 'Jamais facturé');
    const draft = makeInvoice('ada.fall', activityId, 'draft');
    const invoice = makeInvoice('ada.fall', activityId, 'issued');
    const series = `F-${ada.info?.device.prefix ?? ''}-2026`;
    const issued = { ...invoice, body: { ...invoice.body, series, number: `${series}-0001` } };
    for (const row of await ada.push([customer, stranger, draft, issued])) expect(row.error).toBeUndefined();
    const network = couch.database('network');
    await expect.poll(async () => (await network.get(draft.id))?._id).toBe(draft.id);
    await expect.poll(async () => (await couch.database(ada.book).list('verdict:')).length).toBe(1);
    await server.enrol({ account: 'ada.fall' });

    const planned = await erase('ada.fall', false);
    expect(planned).toMatchObject({
      isDone: false,
      plan: {
        devices: 1,
        sessions: 1,
        codes: 2,
        erased: { invoice: 1, customer: 1 },
        isRenamed: true,
        isReceiptsErased: false,
      },
    });
    expect(planned['plan']).toMatchObject({
      kept: [
        { type: 'customer', count: 1 },
        { type: 'invoice', count: 1, until: '2036-12-31', article: expect.stringContaining('L123-22') as string },
        { type: 'verdict', count: 1 },
      ],
    });
    expect(await dump()).toContain('Ada Fall');
    expect(await couch.database(ada.book).get(draft.id)).toBeDefined();
    expect((await ada.fetch('/api/session')).status).toBe(200);

    expect(await erase('ada.fall', true)).toMatchObject({ isDone: true });
    expect((await ada.fetch('/api/session')).status).toBe(401);
    const again = new TestDevice(server.url).post('/api/session', {
      account: 'ada.fall',
      password: PASSWORD,
      deviceName: 'x',
    });
    expect((await again).status).toBe(401);
    // The renamed settings reach the copy of the network too.
    await expect.poll(dump).not.toMatch(/"lastName":"Fall"/);
    const after = await dump();
    for (const trace of [
      'Ada Fall',
      'Jamais facturé',
      'Portable gris',
      'org.couchdb.user:ada.fall',
      'person:ada.fall',
      'derived_key',
    ]) {
      expect(after, trace).not.toContain(trace);
    }
    const book = couch.database(ada.book);
    for (const database of [book, network]) {
      expect(await database.get(issued.id), database.name).toMatchObject({ status: 'issued' });
      expect(await database.get(customer.id), database.name).toBeDefined();
      for (const { id } of [draft, stranger]) expect(await database.get(id), id).toBeUndefined();
    }
    // No tombstone either: the feed knows nothing of what is gone.
    expect((await book.changes('0', 1_000)).results.map(({ id }) => id)).not.toContain(draft.id);
    expect(await server.control('verify')).toMatchObject({ verified: [{ status: 'verified' }] });

    // Once more changes nothing; after the last day the rest goes, and then nobody is known under this name.
    expect(await erase('ada.fall', true)).toMatchObject({ plan: { devices: 0, erased: {}, isRenamed: false } });
    expect(await book.get(issued.id)).toBeDefined();
    const over = { accounting: -20, pay: -20, workingTime: -20 };
    const last = await server.control('erase-person', { account: 'ada.fall', isConfirmed: true, retention: over });
    expect(last).toMatchObject({ plan: { kept: [], isReceiptsErased: true } });
    expect(await book.list('')).toEqual([expect.objectContaining({ _id: '_design/rules' })]);
    expect(await dump()).not.toContain('ada.fall');
    expect(await erase('ada.fall', true)).toEqual({ problem: 'There is no account ada.fall.' });
  });

  it('does not touch a book in which others work', async () => {
    const first = await server.enrol({ name: 'Bo Lind', newActivity: 'Deux Mains' });
    await server.enrol({ name: 'Cy Roux', activityId: first.activityId });
    expect(await erase('bo.lind', true)).toMatchObject({
      plan: { sharedWith: ['cy.roux'], erased: {}, kept: [], hasBook: false },
    });
    const status = JSON.stringify(await server.control('status'));
    expect(status).toContain(`book-${first.activityId.toLowerCase()}`);
    expect(await erase('cy.roux', false)).toMatchObject({ plan: { sharedWith: [], erased: { activitySettings: 1 } } });
  });

  it('leaves another activity’s record in the network that has the same id as one of theirs', async () => {
    const join = async (name: string, newActivity: string): Promise<TestDevice> => {
      const { code } = await server.enrol({ name, newActivity });
      const device = new TestDevice(server.url);
      await device.open('/api/enrolments/redeem', { code, password: PASSWORD, deviceName: 'x' });
      return device;
    };
    const [dora, eve] = [await join('Dora Blum', 'Verger'), await join('Eve Kahn', 'Rucher')];
    const record = makeCustomer('dora.blum', dora.info?.activityId ?? '');
    await dora.push([record]);
    const network = couch.database('network');
    await expect.poll(async () => (await network.get(record.id))?.['activityId']).toBe(dora.info?.activityId);
    const author = { user: 'eve.kahn', device: 'D1' };
    const same = { ...record, activityId: eve.info?.activityId ?? '', createdBy: author, updatedBy: author };
    expect(await eve.push([same])).toMatchObject([{ ok: true }]);
    await expect
      .poll(async () => JSON.stringify(await server.control('status')))
      .toContain(`"recordId":"${record.id}"`);
    expect(await erase('eve.kahn', true)).toMatchObject({ isDone: true });
    expect((await network.get(record.id))?.['activityId']).toBe(dora.info?.activityId);
  });

  it('of the support team takes the account alone', async () => {
    await server.enrol({ name: 'Nadia Roy', isSupport: true });
    expect(await erase('nadia.roy', true)).toMatchObject({ isDone: true, plan: { codes: 1, hasBook: false } });
    expect(await dump()).not.toContain('Nadia Roy');
  });
});
