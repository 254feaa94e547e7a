// node build/bench/run-receipts.ts (after npm run build): one receipt of 300 KB on a bad line, sent and fetched, with the ways
// it could go. Takes about six minutes.
import 'fake-indexeddb/auto';
import { gunzipSync } from 'node:zlib';
import { unwrap } from '../../shared/core/result.ts';
import type { Result } from '../../shared/core/result.ts';
import { fetchReceipt } from '../../src-renderer/receipts/fetch-receipt.ts';
import { openRemote } from '../../src-renderer/receipts/remote-receipts.ts';
import type { ReceiptDevice } from '../../src-renderer/receipts/testing/receipt-server.test-support.ts';
import { ReceiptServer } from '../../src-renderer/receipts/testing/receipt-server.test-support.ts';
import { someBytes } from '../../src-renderer/receipts/testing/some-bytes.test-support.ts';
import type { TransferSignals } from '../../src-renderer/receipts/transfer-signals.ts';
import { uploadReceipt } from '../../src-renderer/receipts/upload-receipt.ts';
import { BackOff } from '../../src-renderer/sync/back-off.ts';
import { CLEAN_LINE } from '../soak/line.ts';
import { sendInBrowser } from './receipt-in-browser.ts';
import { sendDirectly } from './send-directly.ts';

const SIZE_BYTES = 300 * 1024;
const BAD_LINE = { ...CLEAN_LINE, bitsPerSecond: 64_000, roundTripMs: 600, lifetimeMs: 30_000 };

interface Outcome {
  readonly way: string;
  readonly seconds: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  readonly requests: number;
  readonly cuts: number;
}

/** Repeats a transfer until it is done, with the pauses of the application. */
async function untilDone(
  way: string,
  device: ReceiptDevice,
  transfer: (signals: TransferSignals) => Promise<Result<unknown>>,
): Promise<Outcome> {
  const { counts } = device.proxy;
  const before = { ...counts };
  device.requests.length = 0;
  const backOff = new BackOff(() => 0.5);
  const started = performance.now();
  let cuts = 0;
  const { signal } = new AbortController();
  for (;;) {
    let first: number | undefined;
    const onProgress = (share: number): void => {
      first ??= share;
      if (share > first) backOff.reset();
    };
    const done = await transfer({ signal, onProgress });
    if (done.ok) break;
    if (!done.error.code.startsWith('network.')) throw new Error(done.error.message);
    cuts += 1;
    await new Promise((resolve) => setTimeout(resolve, backOff.nextMs()));
  }
  return {
    way,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    bytesUp: counts.bytesUp - before.bytesUp,
    bytesDown: counts.bytesDown - before.bytesDown,
    requests: device.requests.length,
    cuts,
  };
}

/** The same requests without gzip. */
function unzipped(device: ReceiptDevice, database: string): ReceiptDevice['remote'] {
  return openRemote(database, device.account.account, (input, init) => {
    const headers = { ...(init?.headers as Record<string, string>) };
    if (headers['content-encoding'] === undefined) return device.fetch(input, init);
    delete headers['content-encoding'];
    return device.fetch(input, { ...init, headers, body: gunzipSync(init?.body as ArrayBuffer).toString() });
  });
}

const receipts = await ReceiptServer.open();
const outcomes: Outcome[] = [];
const show = (outcome: Outcome): void => {
  outcomes.push(outcome);
  console.error(JSON.stringify(outcome));
};
try {
  const open = async (name: string, seed: number) => {
    const device = await receipts.openDevice(name, BAD_LINE);
    return { device, key: unwrap(await device.vault.put(someBytes(SIZE_BYTES, seed))) };
  };
  const a = await open('bench-sent', 1);
  show(
    await untilDone('sent: replicate.to, one chunk a request, gzip (Sillon)', a.device, (signals) =>
      uploadReceipt(a.device.vault, a.device.remote, a.key, signals),
    ),
  );
  const b = await open('bench-plain', 2);
  const plain = unzipped(b.device, receipts.database);
  show(
    await untilDone('sent: the same without gzip', b.device, (signals) =>
      uploadReceipt(b.device.vault, plain, b.key, signals),
    ),
  );
  const c = await open('bench-direct', 3);
  show(
    await untilDone('sent: own loop on _bulk_docs, gzip', c.device, (signals) =>
      sendDirectly(c.device.vault, c.device.remote, c.key, signals),
    ),
  );
  const other = await receipts.openDevice('bench-other', BAD_LINE);
  show(
    await untilDone('fetched: getAttachment, one chunk a request (Sillon)', other, (signals) =>
      fetchReceipt(other.vault, other.remote, a.key, signals),
    ),
  );
} finally {
  await receipts.close();
}
console.table(outcomes);

// A file that begins as a JPEG and is small enough is kept as it is.
const photo = someBytes(SIZE_BYTES, 4);
photo.set([0xff, 0xd8, 0xff, 0xe0]);
console.log('the application in Chromium, its records included:', await sendInBrowser(photo, BAD_LINE));
