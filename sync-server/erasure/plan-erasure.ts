import { bookDatabase, personDatabase, receiptsDatabase } from '../../shared/access/database-names.ts';
import type { AnyRecord } from '../../shared/records/envelope.ts';
import type { Duty, ErasureFact } from '../../shared/records/record-facts.ts';
import { referencesOf } from '../../shared/record-rules/rules-table.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import type { Person } from '../accounts/account-store.ts';
import { recallErased } from './erased-note.ts';
import { readStoredRecord } from '../jobs/verdict-store.ts';
import type { System } from '../system/system.ts';
import type { Retention } from './retention.ts';
import { ARTICLES, findDuty } from './retention.ts';

/** Records of one type that stay. */
export interface KeptRecords {
  readonly type: string;
  readonly count: number;
  readonly duty: Duty;
  readonly article: string;
  /** Last day of the last of them. */
  readonly until: string;
}

/** What erasing a person would do. */
export interface ErasurePlan {
  readonly person: Person;
  /** Documents of the account database, by kind. */
  readonly accountIds: readonly string[];
  readonly devices: number;
  readonly sessions: number;
  readonly codes: number;
  /** The book, when it is this person's alone. */
  readonly book: string | undefined;
  /** Others who work in the same book, which stays as it is then. */
  readonly sharedWith: readonly string[];
  /** Ids of records to remove from the book and from its copy in `network`. */
  readonly recordIds: readonly string[];
  readonly erased: Readonly<Record<string, number>>;
  readonly kept: readonly KeptRecords[];
  /** Their personal database, where there is one. */
  readonly personal: string | undefined;
  /** Ids of records to remove from it and from its copy in `office`. */
  readonly personalIds: readonly string[];
  /** The database of receipts goes when no evidence is kept. */
  readonly receipts: string | undefined;
  /** Settings whose name can be replaced because nothing that is kept needs it. */
  readonly renamed: AnyRecord | undefined;
}

/** Lists what can be erased of a person and what must stay; `undefined` when there is no such account. */
export async function planErasure(
  { accounts, couch }: System,
  account: string,
  retention: Retention,
  today: string,
): Promise<ErasurePlan | undefined> {
  const person = (await accounts.people.findPerson(account)) ?? (await recallErased(accounts, account));
  if (person === undefined) return undefined;
  const listIds = async (prefix: string): Promise<string[]> =>
    (await accounts.store.list<{ readonly account: string }>(prefix))
      .filter(({ value }) => value.account === account)
      .map(({ id }) => id);
  const [devices, sessions, codes] = [await listIds('device:'), await listIds('session:'), await listIds('enrolment:')];
  const others = (await accounts.people.listPersons()).filter(
    (other) => person.activityId !== null && other.activityId === person.activityId && other.account !== account,
  );
  const { activityId } = person;
  const isAlone = activityId !== null && others.length === 0;
  const book = isAlone ? bookDatabase(activityId) : undefined;
  const stored = book === undefined ? [] : await couch.database(book).list('');
  const records = stored.filter(({ _id }) => !_id.startsWith('_')).map(readStoredRecord);
  const split = splitRecords(records, retention, today);
  const personal = await planPersonal(couch, person, retention, today);
  return {
    person,
    accountIds: [...devices, ...sessions, ...codes],
    devices: devices.length,
    sessions: sessions.length,
    codes: codes.length,
    book,
    sharedWith: others.map((other) => other.account),
    recordIds: split.erased.map(({ id }) => id),
    personal: personal?.name,
    personalIds: personal?.erased.map(({ id }) => id) ?? [],
    erased: countTypes([...split.erased, ...(personal?.erased ?? [])]),
    kept: [...split.kept, ...(personal?.kept ?? [])],
    receipts: isAlone && !split.hasEvidence ? receiptsDatabase(activityId) : undefined,
    renamed: split.renamed !== undefined && isNamed(split.renamed, account) ? split.renamed : undefined,
  };
}

/** What goes of a person's own database. Where no pay of theirs is in a book, nothing of it proves anything, and all goes. */
async function planPersonal(
  couch: System['couch'],
  { account, activityId }: Person,
  retention: Retention,
  today: string,
): Promise<(Pick<SplitRecords, 'erased' | 'kept'> & { readonly name: string }) | undefined> {
  const database = couch.database(personDatabase(account));
  if ((await database.info()) === undefined) return undefined;
  const records = (await database.list('')).filter(({ _id }) => !_id.startsWith('_')).map(readStoredRecord);
  const { erased, kept } =
    activityId === null ? { erased: records, kept: [] } : splitRecords(records, retention, today);
  return { name: database.name, erased, kept };
}

/** Whether settings still carry the name of this account. */
function isNamed({ body }: AnyRecord, account: string): boolean {
  const entrepreneur = body['entrepreneur'];
  return typeof entrepreneur === 'object' && entrepreneur !== null && 'account' in entrepreneur
    ? entrepreneur.account === account
    : false;
}

interface SplitRecords {
  readonly erased: readonly AnyRecord[];
  readonly kept: readonly KeptRecords[];
  /** Whether something is kept to which a receipt may belong. */
  readonly hasEvidence: boolean;
  readonly renamed: AnyRecord | undefined;
}

interface KeptRecord {
  readonly record: AnyRecord;
  readonly duty: Duty;
  readonly until: string;
}

function splitRecords(records: readonly AnyRecord[], retention: Retention, today: string): SplitRecords {
  const evidence = records.flatMap((record): KeptRecord[] => {
    const duty = findDuty(record, retention, today);
    return duty === undefined ? [] : [{ record, ...duty }];
  });
  const all = [...evidence, ...findCompanions(records, evidence)];
  const isKept = new Set(all.map(({ record }) => record.id));
  const [settings] = records.filter((record) => staysAs(record) === 'withBook');
  // The name belongs on pay statements; for what else is kept the activity is enough. With nothing kept, they go too.
  const hasPay = evidence.some(({ duty }) => duty === 'pay');
  const isGone = (record: AnyRecord): boolean => {
    const stays = staysAs(record);
    return stays !== 'always' && (stays !== 'withBook' || all.length === 0);
  };
  return {
    erased: records.filter((record) => !isKept.has(record.id) && isGone(record)),
    kept: groupKept(all),
    hasEvidence: evidence.some(({ duty }) => duty === 'accounting'),
    renamed: all.length === 0 || hasPay ? undefined : settings,
  };
}

/** What is named by kept evidence (its customer), or names it (its verdict), stays as long as it does. */
function findCompanions(records: readonly AnyRecord[], evidence: readonly KeptRecord[]): KeptRecord[] {
  const texts = evidence.map((kept) => ({ kept, text: JSON.stringify(kept.record.body) }));
  const companions = records.filter((record) => staysAs(record) === 'withEvidence');
  return companions.flatMap((record): KeptRecord[] => {
    const about = referencesOf(record);
    const evidenceOf = texts.filter(({ kept, text }) => about.includes(kept.record.id) || text.includes(record.id));
    const [longest] = evidenceOf.map(({ kept }) => kept).sort((one, other) => (one.until < other.until ? 1 : -1));
    return longest === undefined ? [] : [{ ...longest, record }];
  });
}

function staysAs({ type }: AnyRecord): ErasureFact['stays'] {
  return isRecordType(type) ? RECORD_TYPES[type].erasure.stays : 'duty';
}

function groupKept(found: readonly KeptRecord[]): KeptRecords[] {
  const byType = new Map<string, KeptRecords>();
  for (const {
    record: { type },
    duty,
    until,
  } of found) {
    const group = byType.get(type);
    const latest = group === undefined || until > group.until ? until : group.until;
    byType.set(type, { type, duty, article: ARTICLES[duty], count: (group?.count ?? 0) + 1, until: latest });
  }
  return [...byType.values()].sort((one, other) => (one.type < other.type ? -1 : 1));
}

function countTypes(records: readonly AnyRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
