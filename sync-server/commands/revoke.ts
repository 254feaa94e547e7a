import { z } from 'zod';
import type { System } from '../system/system.ts';

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
export async function revoke(
  system: System,
  { account, device }: z.infer<typeof revokeBody>,
  actor: string,
): Promise<Revocation> {
  const { people, devices, sessions, enrolments, passwords, audit } = system.accounts;
  if ((await people.findPerson(account)) === undefined) return { problem: `There is no account ${account}.` };
  if (device !== undefined) {
    const found = (await devices.listOwn(account)).find(({ id, prefix }) => [id, prefix].includes(device));
    if (found === undefined) return { problem: `${account} has no device ${device}. See status for its devices.` };
    await devices.withdrawProofs(account, ({ id }) => id === found.id);
    const ended = await sessions.endAll(account, ({ deviceId }) => deviceId === found.id);
    await audit.note({ kind: 'revoke', actor, account, details: { device: found.prefix, sessions: ended } });
    return { sessions: ended };
  }
  // The password goes first: nobody may sign in again between the last session's end and this.
  const hadPassword = await passwords.remove(account);
  await devices.withdrawProofs(account);
  const codes = await enrolments.withdraw(account);
  const ended = await sessions.endAll(account);
  await audit.note({ kind: 'revoke', actor, account, details: { scope: 'account', sessions: ended, codes } });
  return { hadPassword, codes, sessions: ended };
}
