import { COOPERATIVE } from '../../../../shared/access/database-names.ts';
import type { SettingsPart } from '../../../../shared/cooperative/settings-parts.ts';
import type { CooperativeSettings } from '../../../../shared/records/cooperative-settings.ts';
import type { AnyRecord } from '../../../../shared/records/envelope.ts';
import type { Bodies } from '../../../../shared/records/registry.ts';
import type { SettingsSubject } from '../../../../shared/records/settings-subjects.ts';
import { SETTINGS_SUBJECTS, subjectId } from '../../../../shared/records/settings-subjects.ts';
import { createRecord, reviseRecord } from '../../../../shared/records/write-record.ts';
import type { BookStore } from '../../book-store.ts';
import { todayOf } from '../../local-today.ts';
import type { RecordWrite } from '../../storage-access.ts';
import { asStanding } from '../../write-one.ts';

/** New values of the settings; `undefined` takes a member out, what is not named stays. */
export type RulesChange = { readonly [K in keyof CooperativeSettings]?: CooperativeSettings[K] | undefined };

/** A change of one subject of the settings. */
export interface SubjectChange {
  readonly subject: SettingsSubject;
  /** Its record as it was seen; none where its settings stand in the one record of before, or nowhere. */
  readonly record: AnyRecord | undefined;
  /** What counts of it now, among others. */
  readonly standing: SettingsPart;
  /** What becomes of it, among others. */
  readonly change: RulesChange;
}

/** The write that gives a subject its whole value, in its own record: members that this version does not know stay in it. */
export function subjectWrite(store: BookStore, { subject, record, standing, change }: SubjectChange): RecordWrite {
  const members = Object.keys(SETTINGS_SUBJECTS[subject].shape);
  const values = new Map<string, unknown>(Object.entries({ ...standing, ...change }));
  const entries = Object.entries({
    ...record?.body,
    ...Object.fromEntries(members.map((name) => [name, values.get(name)])),
  });
  // The members are those of the subject; the write checks them against its schema.
  const body = Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Bodies[SettingsSubject];
  const { context } = store.parts;
  if (record === undefined) {
    const fields = { type: subject, id: subjectId(subject), activityId: COOPERATIVE, date: todayOf(context) };
    return { before: undefined, after: createRecord(context, { ...fields, status: 'active', body }) };
  }
  const before = asStanding(store, record);
  return { before, after: reviseRecord(context, before, { status: 'active', body }) };
}
