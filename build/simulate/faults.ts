import type { DemoRandom } from '../../shared/demo/demo-random.ts';
import type { ServerAnswer } from './server-exchange.ts';

/** What goes wrong with one request. */
export type Fault = { readonly lateMs?: number } & (
  | { readonly kind: 'lostBefore' | 'lostAfter' | 'half' | 'silent' | 'twice' | 'late' }
  | { readonly kind: 'status'; readonly answer: ServerAnswer; readonly isAfter: boolean }
);

const KINDS = [
  'lostBefore',
  'lostAfter',
  'lostAfter',
  'half',
  'silent',
  'twice',
  'late',
  'late',
  'late',
  'status',
] as const;
const LATEST_MS = 8_000;

/** What proxies and servers answer instead of what was asked, with words that say so. */
const ANSWERS: readonly ServerAnswer[] = [
  { status: 413, text: '{"error":"too_large","reason":"the request entity is too large"}' },
  { status: 429, text: '{"error":{"code":"network.busy","message":"wait a little"}}' },
  { status: 500, text: '{"error":"internal_server_error","reason":"unknown"}' },
  { status: 502, text: '<html>bad gateway</html>' },
  { status: 503, text: '{"error":"busy"}' },
  // A hotel's page, and JSON that says nothing of what was asked.
  { status: 200, text: '<html>welcome</html>' },
  { status: 200, text: '{"error":"internal_server_error"}' },
];

export function chooseFault(random: DemoRandom): Fault {
  const kind = random.pick(KINDS);
  if (kind === 'status') return { kind, answer: random.pick(ANSWERS), isAfter: random.chance(30) };
  if (kind === 'late') return { kind, lateMs: random.integer(1, random.chance(30) ? LATEST_MS : 400) };
  return { kind };
}
