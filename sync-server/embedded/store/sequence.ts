import { badRequest } from '../couch-error.ts';

/**
 * Update sequences are opaque to clients: the number, then the database's uuid. A sequence of a database
 * that was deleted and created again under the same name, or of another server whose books were restored here, starts from
 * the beginning instead of skipping.
 */
export function formatSequence(seq: number, uuid: string): string {
  return `${seq}-g1AAAA${uuid}`;
}

export function parseSince(text: string | null, uuid: string, currentSeq: number): number {
  if (text === null || text === '' || text === '0') return 0;
  if (text === 'now') return currentSeq;
  const match = /^(\d{1,15})-([0-9A-Za-z_-]+)$/.exec(text);
  if (match === null) throw badRequest('Malformed sequence supplied in since parameter.');
  return match[2] === `g1AAAA${uuid}` ? Math.min(Number(match[1]), currentSeq) : 0;
}
