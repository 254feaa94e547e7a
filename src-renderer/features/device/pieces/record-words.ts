import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import { readObject, readText } from './read-body.ts';
import type { WordsPart } from './type-words.ts';
import { NAMED, titled } from './type-words.ts';

export const deviceWords = {
  conflictCopy: {
    ...NAMED,
    describe(record, describe) {
      const kept = keptIn(record);
      return kept.type === 'conflictCopy' ? titled('') : describe(kept);
    },
  },
  syncMark: NAMED,
  verdict: NAMED,
} satisfies WordsPart;

function keptIn(record: AnyRecord): AnyRecord {
  const copy = readObject(record.body, 'copy');
  return { ...record, type: readText(copy, 'type'), date: readText(copy, 'date'), body: readObject(copy, 'body') };
}
