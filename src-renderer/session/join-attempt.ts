import { deviceFacts } from '../data/device-database.ts';

const FACT = 'join-attempt';

/**
 * A secret of this device for joining, the same until it has joined: with it a code whose answer was lost may be used
 * again.
 */
export async function joinAttempt(): Promise<string> {
  const facts = await deviceFacts();
  const known = (await facts.get(FACT))?.body['attempt'];
  if (typeof known === 'string') return known;
  const attempt = crypto.randomUUID();
  await facts.put({ id: FACT, kind: FACT, at: new Date().toISOString(), body: { attempt } });
  return attempt;
}

export async function forgetJoinAttempt(): Promise<void> {
  await (await deviceFacts()).remove(FACT);
}
