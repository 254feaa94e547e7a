import { afterAll, beforeAll, expect, it } from 'vitest';
import { SEED } from '../seed.ts';
import { bundleEngine } from './bundle-engine.ts';
import { startChromium } from './chromium-runtime.ts';
import { digestCases } from './digest-cases.ts';
import type { EngineCase } from './engine-case.ts';
import { listCommittedCases, listRandomCases } from './engine-cases.ts';
import { startNode } from './node-runtime.ts';
import { startQuickJs } from './quickjs-runtime.ts';
import type { Runtime } from './runtime.ts';

console.log(`the same figures in every runtime: SILLON_SEED=${String(SEED)}`);

const cases = [...listCommittedCases(), ...listRandomCases(SEED)];
const runtimes: Runtime[] = [];
let bundle = '';

beforeAll(async () => {
  bundle = await bundleEngine();
  for (const start of [startChromium, startNode, startQuickJs]) runtimes.push(await start(bundle));
}, 60_000);

afterAll(async () => {
  for (const runtime of runtimes) await runtime.close();
});

/** Digests of cases as a runtime computes them, by the id of the case. */
async function digestsOf(
  runtime: Pick<Runtime, 'digestCases'>,
  list: readonly EngineCase[],
): Promise<Map<string, string>> {
  const digests = JSON.parse(await runtime.digestCases(JSON.stringify(list))) as string[];
  if (digests.length !== list.length) throw new Error('a digest is missing');
  return new Map(list.map(({ id }, index) => [id, digests[index] ?? '']));
}

/** Ids of the cases whose digests differ. */
function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...one.keys()].filter((id) => one.get(id) !== other.get(id));
}

/** What the module answers as it stands here, without the bundler. */
const source = { digestCases: (text: string) => Promise.resolve(digestCases(text)) };

it(`gives each of ${String(cases.length)} cases one digest in Chromium, Node and QuickJS, seed ${String(SEED)}`, async () => {
  const expected = await digestsOf(source, cases);
  expect(expected.size).toBe(cases.length);
  for (const digest of expected.values()) expect(digest).toMatch(/^[0-9a-f]{64}$/);
  for (const runtime of runtimes) {
    expect(differences(expected, await digestsOf(runtime, cases)), runtime.name).toEqual([]);
  }
  expect(runtimes).toHaveLength(3);
}, 120_000);

it('sees one cent of gross in every runtime', async () => {
  const pays = cases.filter((one) => one.kind === 'pay' && one.pay.direction === 'gross').slice(0, 60);
  const changed = pays.map((one) =>
    one.kind === 'pay' ? { ...one, pay: { ...one.pay, amountCents: one.pay.amountCents + 1 } } : one,
  );
  for (const runtime of runtimes) {
    const found = differences(await digestsOf(runtime, pays), await digestsOf(runtime, changed));
    expect(found, runtime.name).toHaveLength(pays.length);
  }
}, 60_000);

it('sees a runtime whose square roots are a little off', async () => {
  const wrong = startNode(bundle, 'const exact = Math.sqrt; Math.sqrt = (x) => exact(x) * (1 + 1e-3)');
  const found = differences(await digestsOf(source, cases), await digestsOf(wrong, cases));
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(cases.length);
});
