import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { RecordOf, RecordType } from '../records/registry.ts';
import type { SettingsSubject } from '../records/settings-subjects.ts';
import { subjectId, SUBJECT_NAMES } from '../records/settings-subjects.ts';
import type { SettingsPart } from './settings-parts.ts';
import { NEEDED_SUBJECTS, standingPart } from './settings-parts.ts';

/** The records of a type that stand in the commons, wherever they are read from. */
export type ListRecords = <T extends RecordType>(type: T) => Iterable<RecordOf<T>>;

/** What counts of the cooperative's settings. */
export interface SettingsInForce {
  /** All of them, as the rules compute with. */
  readonly body: CooperativeSettings;
  /** The record of each subject that has one, standing or taken back: what the next edit of the subject follows. */
  readonly records: Readonly<Partial<Record<SettingsSubject, RecordOf<SettingsSubject>>>>;
}

/**
 * The settings of the cooperative that count, each subject from its own record, or from the one record of before while it has
 * none; `undefined` while a needed subject is nowhere. Nothing else but {@link subjectInForce} reads these records.
 */
export function settingsInForce(list: ListRecords): SettingsInForce | undefined {
  const former = formerSettings(list('cooperativeSettings'));
  const records: Partial<Record<SettingsSubject, RecordOf<SettingsSubject>>> = {};
  let body: SettingsPart = {};
  for (const subject of SUBJECT_NAMES) {
    const record = findSubject(list, subject);
    if (record !== undefined) records[subject] = record;
    const part = standingPart(subject, record, former);
    if (part === undefined && NEEDED_SUBJECTS.includes(subject)) return undefined;
    body = { ...body, ...part };
  }
  // Every needed subject is there, and with it every member that is not optional.
  return { body: body as CooperativeSettings, records };
}

/** What counts of one subject, whether or not the others are there; `undefined` while it is nowhere. */
export function subjectInForce(list: ListRecords, subject: SettingsSubject): SettingsPart | undefined {
  return standingPart(subject, findSubject(list, subject), formerSettings(list('cooperativeSettings')));
}

function findSubject(list: ListRecords, subject: SettingsSubject): RecordOf<SettingsSubject> | undefined {
  for (const record of list(subject)) if (record.id === subjectId(subject)) return record;
  return undefined;
}

/**
 * What was set before subjects had records of their own: the active record of then, the latest by date and then by id where
 * there are several.
 */
export function formerSettings(records: Iterable<RecordOf<'cooperativeSettings'>>): CooperativeSettings | undefined {
  let latest: RecordOf<'cooperativeSettings'> | undefined;
  for (const record of records) {
    if (record.status !== 'active') continue;
    if (latest === undefined || isLater(record, latest)) latest = record;
  }
  return latest?.body;
}

function isLater(record: RecordOf<'cooperativeSettings'>, other: RecordOf<'cooperativeSettings'>): boolean {
  return record.date === other.date ? record.id > other.id : record.date > other.date;
}
