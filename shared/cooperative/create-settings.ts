import { COOPERATIVE } from '../access/database-names.ts';
import type { RecordOf } from '../records/registry.ts';
import type { SettingsSubject } from '../records/settings-subjects.ts';
import { subjectId } from '../records/settings-subjects.ts';
import type { WriteContext } from '../records/write-record.ts';
import { createRecord } from '../records/write-record.ts';
import type { SettingsPart } from './settings-parts.ts';
import { partOf, subjectsOf } from './settings-parts.ts';

/** The records of a cooperative that begins with these settings: one for each subject they say something of. */
export function createSettings(
  context: WriteContext,
  date: string,
  settings: SettingsPart,
): readonly RecordOf<SettingsSubject>[] {
  return subjectsOf(settings).map((subject) => {
    const fields = { type: subject, id: subjectId(subject), activityId: COOPERATIVE, date, status: 'active' };
    // A part that says something of a needed subject says all that its schema asks for.
    return createRecord(context, { ...fields, body: partOf(subject, settings) });
  });
}
