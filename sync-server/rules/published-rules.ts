import type { PublishedRules } from '../../shared/cooperative/published-rules.ts';
import { publishRules } from '../../shared/cooperative/published-rules.ts';
import type { Couch } from '../couch/connect.ts';
import { readCommons } from '../couch/read-commons.ts';

/** What of the cooperative's settings the rules of every book and of the commons carry, as it stands in `commons` now. */
export async function readPublishedRules(couch: Couch): Promise<PublishedRules> {
  return publishRules(await readCommons(couch));
}
