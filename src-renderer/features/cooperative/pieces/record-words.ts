import { readText } from '../../device/pieces/read-body.ts';
import type { WordsPart } from '../../device/pieces/type-words.ts';
import { NAMED, titled } from '../../device/pieces/type-words.ts';

export const cooperativeWords = {
  activitySettings: NAMED,
  cooperativeSettings: { ...NAMED, describe: ({ body }) => titled(readText(body, 'tradeName')) },
  payrollVersion: NAMED,
} satisfies WordsPart;
