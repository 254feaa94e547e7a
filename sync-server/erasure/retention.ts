import { z } from 'zod';
import type { Duty, ErasureFact } from '../../shared/records/record-facts.ts';
import { isOneOf } from '../../shared/records/record-facts.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import { readSecretFile } from '../data-folder/secret-file.ts';
import { StartError } from '../data-folder/start-error.ts';

/** Years a duty lasts, counted from the end of the calendar year of the record. */
export type Retention = Readonly<Record<Duty, number>>;

/** The French articles behind each duty. */
export const ARTICLES: Readonly<Record<Duty, string>> = {
  accounting: 'Code de commerce L123-22 (books and their evidence, 10 years); LPF L102 B (6 years)',
  pay: 'Code du travail L3243-4 (pay statements, 5 years); Code civil 2224 (claims from the contract, 5 years)',
  workingTime: 'Code du travail D3171-16 (working time, 1 year; 3 years for contracts counted in days)',
};

const DEFAULT_RETENTION: Retention = { accounting: 10, pay: 5, workingTime: 3 };
const FILE = 'retention.json';
const years = z.int().min(0).max(100).optional();
const retentionFile = z.strictObject({ accounting: years, pay: years, workingTime: years });

/** The years of a data folder: `retention.json` there overrides single ones, for example `{"accounting": 11}`. */
export function readRetention(dataDir: string): Retention {
  const text = readSecretFile(dataDir, FILE);
  if (text === undefined) return DEFAULT_RETENTION;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = retentionFile.safeParse(value);
  if (!parsed.success) {
    throw new StartError(`${FILE} takes whole years by ${Object.keys(ARTICLES).join(', ')}. Nothing was erased.`);
  }
  const { accounting, pay, workingTime } = parsed.data;
  return {
    accounting: accounting ?? DEFAULT_RETENTION.accounting,
    pay: pay ?? DEFAULT_RETENTION.pay,
    workingTime: workingTime ?? DEFAULT_RETENTION.workingTime,
  };
}

/** A type that only a newer Sillon knows may be evidence: what is not understood is kept for the longest duty. */
const OF_LATER_VERSIONS: ErasureFact = { stays: 'duty', duty: 'accounting', statuses: 'every' };

/** The duty that keeps a record on `today`, with its last day; `undefined` when nothing does. */
export function findDuty(
  record: { readonly type: string; readonly status: string; readonly date: string },
  retention: Retention,
  today: string,
): { readonly duty: Duty; readonly until: string } | undefined {
  const fact = isRecordType(record.type) ? RECORD_TYPES[record.type].erasure : OF_LATER_VERSIONS;
  if (fact.stays !== 'duty' || !isOneOf(fact.statuses, record.status)) return undefined;
  const until = `${String(Number(record.date.slice(0, 4)) + retention[fact.duty])}-12-31`;
  return until < today ? undefined : { duty: fact.duty, until };
}
