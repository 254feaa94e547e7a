import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Enrolled } from '../../../sync-server/testing/control-server.ts';
import { TestDevice } from '../../../sync-server/testing/test-device.ts';
import { startTestServer } from '../../../sync-server/testing/test-server.ts';
import { SyncDevice } from './sync-device.ts';

/** What a server of the tests needs for a member to come in. */
export interface EnrollingServer {
  readonly url: string;
  readonly enrol: (request: object) => Promise<Enrolled>;
}

/** A member's device and, as the member's other device, a plain client of the same session. */
export interface MemberDevice {
  readonly device: SyncDevice;
  readonly client: TestDevice;
}

let members = 0;

/** A member nobody was before, with a device of their own. Close it after the test. */
export async function openMember(server: EnrollingServer): Promise<MemberDevice> {
  members += 1;
  const name = `Membre ${'abcdefghij'[members % 10] ?? ''}${'a'.repeat(members)}`;
  const { code } = await server.enrol({ name, newActivity: `Atelier ${String(members)}` });
  const client = new TestDevice(server.url);
  const account = await client.open('/api/enrolments/redeem', {
    code,
    password: 'champ de lin bleu',
    deviceName: 'first',
  });
  return { device: await SyncDevice.open(client, account), client };
}

/** A server for the tests of a file and, for each of them, a new member's device; to be called at the top of the file. */
export function memberOfEachTest(): () => MemberDevice {
  let server: EnrollingServer & { readonly close: () => Promise<void> };
  let member: MemberDevice;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    member = await openMember(server);
  });
  afterEach(() => member.device.close());
  return () => member;
}
