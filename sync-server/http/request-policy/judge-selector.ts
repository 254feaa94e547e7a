import type { Result } from '../../../shared/core/result.ts';
import { fail, ok } from '../../../shared/core/result.ts';
import { RECORDS_ONLY } from '../../../shared/sync/records-only.ts';
import type { JudgedBody } from './judged-body.ts';
import { notOurs } from './judged-body.ts';

/** The one selector of the exchange. Error: `network.refused`. */
export function judgeSelector(body: unknown): Result<JudgedBody> {
  const isOurs = JSON.stringify(body) === JSON.stringify(RECORDS_ONLY);
  return isOurs ? ok({ body: RECORDS_ONLY, count: 0 }) : fail(notOurs());
}
