import { CHUNK_ATTACHMENT, CHUNK_BYTES, countChunks, MAX_RECEIPT_BYTES } from '../../shared/receipts/receipt-chunks.ts';

/**
 * The validation function of a database of receipts: chunk documents alone, of the right shape and size, written once and
 * never changed or deleted but by the server. Receipts are bytes, so the rules of records have no say here.
 */
export const CHUNK_RULES = `function(newDoc, oldDoc, userCtx, secObj) {
  if (userCtx.roles.indexOf('_admin') !== -1) return;
  function refuse(code, why) { throw({ forbidden: code + ': ' + why }); }
  if (oldDoc) refuse('record.final', 'a part of a receipt never changes');
  // A first write shows no revision; what shows one was sent beside what stands already, which is not shown.
  if (newDoc._rev) refuse('record.final', 'only the server brings revisions of its own');
  if (newDoc._deleted) refuse('record.final', 'a part of a receipt is never deleted');
  var id = /^rcpt:[0-9a-f]{64}:([0-9]{3})$/.exec(newDoc._id);
  if (id === null || Number(id[1]) >= ${String(countChunks(MAX_RECEIPT_BYTES))}) refuse('record.invalid', 'this is no part of a receipt');
  for (var member in newDoc) {
    if (member.charAt(0) !== '_') refuse('record.invalid', 'a part of a receipt has no other members');
  }
  var names = Object.keys(newDoc._attachments || {});
  if (names.length !== 1 || names[0] !== '${CHUNK_ATTACHMENT}') refuse('record.invalid', 'a part of a receipt has one attachment');
  var length = newDoc._attachments[names[0]].length;
  if (typeof length !== 'number' || length < 1 || length > ${String(CHUNK_BYTES)}) refuse('file.tooLarge', 'a part of a receipt is small');
}`;
