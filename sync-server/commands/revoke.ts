import { z } from 'zod';
import type { System } from '../system.ts';

export const revokeBody = z.object({ account: z.string(), device: z.string().optional() });

/** What was taken away. `problem` instead of the rest when nothing was. */
export interface Revocation {
  readonly problem?: string;
  readonly sessions?: number;
  readonly codes?: number;
  readonly hadPassword?: boolean;
}

/**
 * Ends the sessions of one device, or of a whole account with its password and its unused codes. Open requests of these
 * sessions are cut where they run.
 */
export async function revoke(system: System, { account, device }: z.infer<typeof revokeBody>): Promise<Revocation> {
  const { people, devices, sessions, enrolments, passwords } = system.accounts;
  if ((await people.findPerson(account)) === undefined) return { problem: `There is no account ${account}.` };
  if (device !== undefined) {
    const found = (await devices.list()).find(
      ({ id, prefix, account: owner }) => owner === account && [id, prefix].includes(device),
    );
    if (found === undefined) return { problem: `${account} has no device ${device}. See status for its devices.` };
    return { sessions: await sessions.endAll(account, found.id) };
  }
  // The password goes first: nobody may sign in again between the last session's end and this.
  const hadPassword = await passwords.remove(account);
  const codes = await enrolments.withdraw(account);
  return { hadPassword, codes, sessions: await sessions.endAll(account) };
}
