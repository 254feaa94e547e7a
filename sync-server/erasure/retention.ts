import { z } from 'zod';
import type { RecordType } from '../../shared/records/registry.ts';
import { readSecretFile } from '../data-folder/secret-file.ts';
import { StartError } from '../data-folder/start-error.ts';

/** Why a record is kept although a person asked to be erased (GDPR, article 17, 3 b). */
export type Duty = 'accounting' | 'pay' | 'workingTime';

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

/**
 * Types of a book that are evidence by themselves, in some statuses or all (`true`). What is not named here stays only
 * with a record it belongs to.
 */
const DUTIES: Readonly<
  Partial<Record<RecordType, { readonly duty: Duty; readonly statuses: readonly string[] | true }>>
> = {
  invoice: { duty: 'accounting', statuses: ['issued'] },
  payment: { duty: 'accounting', statuses: true },
  ledgerEntry: { duty: 'accounting', statuses: true },
  expense: { duty: 'accounting', statuses: true },
  bankImport: { duty: 'accounting', statuses: ['imported'] },
  salaryStatement: { duty: 'pay', statuses: ['validated', 'paid'] },
  abroadPay: { duty: 'pay', statuses: ['validated', 'paid'] },
  timesheetWeek: { duty: 'workingTime', statuses: ['active'] },
};

/** The duty that keeps a record on `today`, with its last day; `undefined` when nothing does. */
export function findDuty(
  record: { readonly type: string; readonly status: string; readonly date: string },
  retention: Retention,
  today: string,
): { readonly duty: Duty; readonly until: string } | undefined {
  const rule = Object.hasOwn(DUTIES, record.type) ? DUTIES[record.type as RecordType] : undefined;
  if (rule === undefined || (rule.statuses !== true && !rule.statuses.includes(record.status))) return undefined;
  const until = `${String(Number(record.date.slice(0, 4)) + retention[rule.duty])}-12-31`;
  return until < today ? undefined : { duty: rule.duty, until };
}
