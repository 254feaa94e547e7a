import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { NETWORK_DATABASE, OFFICE_DATABASE } from '../../shared/access/database-names.ts';
import type { RecordOf } from '../../shared/records/registry.ts';
import { isRecordType, RECORD_TYPES } from '../../shared/records/registry.ts';
import { reviseRecord } from '../../shared/records/write-record.ts';
import { forgetInTrail } from '../audit/forget-person.ts';
import { ACCOUNTS_DATABASE } from '../rules/provision.ts';
import { orMissing } from '../couch/couch-request.ts';
import { compactDatabase, purgeDocuments } from '../couch/purge-documents.ts';
import { toDocument } from '../couch/stored-record.ts';
import { SERVER_AUTHOR } from '../jobs/server-author.ts';
import type { System } from '../system/system.ts';
import { erasedNoteId, noteErased } from './erased-note.ts';
import type { ErasurePlan } from './plan-erasure.ts';

/**
 * Carries a plan out. The entry of the person itself goes last, so that an erasure that was cut off is found and finished
 * by the same command. Returns the pseudonym under which the trail goes on.
 */
export async function carryOutErasure(system: System, plan: ErasurePlan): Promise<string> {
  const { couch, accounts } = system;
  const { account, activityId } = plan.person;
  // First of all, so that no device writes anything back.
  await accounts.passwords.remove(account);
  await accounts.sessions.endAll(account);
  if (plan.book !== undefined && activityId !== null) {
    await rename(system, plan);
    await purgeDocuments(couch, plan.book, plan.recordIds);
    // A copy under way must not bring back what is about to go.
    await system.worker.settle();
    const copies = await couch.database(NETWORK_DATABASE).getMany(plan.recordIds);
    // Under an id that two books hold stands the other's record.
    const own = copies.filter((copy) => copy['activityId'] === activityId).map(({ _id }) => _id);
    await purgeDocuments(couch, NETWORK_DATABASE, [...own, `syncMark:${activityId}`]);
    if (plan.receipts !== undefined) await orMissing(couch.request({ db: plan.receipts, method: 'DELETE' }));
    await compactDatabase(couch, plan.book);
    await compactDatabase(couch, NETWORK_DATABASE);
  }
  await erasePersonal(system, plan);
  const pseudonym = await forgetInTrail(system, account);
  await purgeDocuments(couch, ACCOUNTS_DATABASE, plan.accountIds);
  await purgeDocuments(couch, '_users', [`org.couchdb.user:${account}`]);
  await compactDatabase(couch, '_users');
  const until = plan.kept
    .map((kept) => kept.until)
    .sort()
    .at(-1);
  const isFinished = until === undefined || activityId === null;
  if (!isFinished) await noteErased(accounts, { account, activityId, until });
  const entries = isFinished ? [`person:${account}`, erasedNoteId(account)] : [`person:${account}`];
  await purgeDocuments(couch, ACCOUNTS_DATABASE, entries);
  await compactDatabase(couch, ACCOUNTS_DATABASE);
  return pseudonym;
}

/** Removes what may go of the personal database and of its copy; the database itself when nothing of it stays. */
async function erasePersonal({ couch, worker }: System, { personal, personalIds, kept }: ErasurePlan): Promise<void> {
  if (personal === undefined) return;
  await purgeDocuments(couch, personal, personalIds);
  // A copy under way must not bring back what is about to go.
  await worker.settle();
  await purgeDocuments(couch, OFFICE_DATABASE, personalIds);
  const stays = kept.some(({ type }) => isRecordType(type) && RECORD_TYPES[type].database === 'person');
  if (stays) await compactDatabase(couch, personal);
  else await orMissing(couch.request({ db: personal, method: 'DELETE' }));
  await compactDatabase(couch, OFFICE_DATABASE);
}

/** Puts a pseudonym in the settings; it reaches `network` and the support team’s devices like any other change. */
async function rename({ couch, clock }: System, { book, renamed }: ErasurePlan): Promise<void> {
  if (book === undefined || renamed === undefined) return;
  const settings = renamed as RecordOf<'activitySettings'>;
  const { account } = settings.body.entrepreneur;
  const pseudonym = `person-${createHash('sha256').update(`${account} ${ulid()}`).digest('hex').slice(0, 12)}`;
  const entrepreneur = { account: pseudonym, firstName: '', lastName: pseudonym };
  const context = { author: SERVER_AUTHOR, clock, newId: ulid };
  await couch
    .database(book)
    .put(toDocument(reviseRecord(context, settings, { body: { ...settings.body, entrepreneur } })));
}
