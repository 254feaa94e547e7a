import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { Bodies } from '../records/registry.ts';
import type { SettingsSubject } from '../records/settings-subjects.ts';
import { SETTINGS_SUBJECTS, SUBJECT_NAMES } from '../records/settings-subjects.ts';

/** Some members of the settings. */
export type SettingsPart = Partial<CooperativeSettings>;

/** The subjects without which nothing can be computed. */
export const NEEDED_SUBJECTS: readonly SettingsSubject[] = [
  'cooperativeIdentity',
  'contributionRules',
  'employerFacts',
];

/** The members that one subject has of some settings. */
export function partOf<S extends SettingsSubject>(subject: S, settings: SettingsPart): Partial<Bodies[S]> {
  const { shape } = SETTINGS_SUBJECTS[subject];
  const members = Object.entries(settings).filter(([name, value]) => name in shape && value !== undefined);
  // The members are those of the subject, with their values.
  return Object.fromEntries(members) as Partial<Bodies[S]>;
}

/** The subjects that a change names a member of. */
export function subjectsOf(change: object): readonly SettingsSubject[] {
  return SUBJECT_NAMES.filter((subject) =>
    Object.keys(SETTINGS_SUBJECTS[subject].shape).some((name) => name in change),
  );
}

/**
 * What counts of a subject: its own record while that stands, else that part of the `former` settings, from before subjects
 * had records of their own; `undefined` while there is neither.
 */
export function standingPart(
  subject: SettingsSubject,
  record: AnyRecord | undefined,
  former: CooperativeSettings | undefined,
): SettingsPart | undefined {
  // The body of a record was checked against the schema of its type.
  if (record?.status === 'active') return partOf(subject, record.body as SettingsPart);
  return former && partOf(subject, former);
}
