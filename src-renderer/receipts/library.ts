/** What needs PouchDB, loaded in one piece when the first receipt is touched. */
export { fetchReceipt } from './fetch-receipt.ts';
export { findUnnoted } from './find-unnoted.ts';
export { keepReceipt } from './keep-receipt.ts';
export { releaseReceipts } from './release-receipts.ts';
export { openRemote } from './remote-receipts.ts';
export { uploadReceipt } from './upload-receipt.ts';
export { openVault } from './vault.ts';
