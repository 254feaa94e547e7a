import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import reference from '../../shared/salary/reference-cases.json' with { type: 'json' };

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function convert(input: string, args: readonly string[] = []): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...args], { maxBuffer: 64 * 1024 * 1024 }, (_error, out, err) => {
      resolve({ code: child.exitCode, out, err });
    });
    child.stdin?.end(input);
  });
}

interface ReferenceCase {
  readonly id: string;
  readonly input: Record<string, unknown>;
  readonly expected: unknown;
}

/** A row of the committed cases in the form of the command's input and answer. */
function readCase(row: string): ReferenceCase {
  const values = row.split(';');
  const cell = (column: string): string => values[reference.columns.indexOf(column)] ?? '';
  const number = (column: string): number => Number(cell(column));
  const sides: Record<string, Record<string, number>> = { employer: {}, employee: {}, totals: {} };
  reference.columns.forEach((column, index) => {
    const [group = '', name = ''] = column.split('.');
    const amount = Number(values[index]);
    const side = sides[group];
    if (side !== undefined && (amount !== 0 || group === 'totals')) side[name] = amount;
  });
  const isInverse = cell('budgetCents') !== '';
  const found = { grossCents: number('grossCents'), residualCents: number('residueCents') };
  const input = {
    period: cell('period'),
    date: `${cell('period')}-01`,
    weeklyHours: number('weeklyMinutes') / 60,
    effectif: number('headcount'),
    cadre: cell('isCadre') === '1',
    atmpRatePercent: number('atmpRatePpm') / 10_000,
    mutuelleCents: number('mutuelleCents'),
    mutuelleEmployerSharePercent: number('mutuelleEmployerSharePpm') / 10_000,
    ...(isInverse ? { totalCostCents: number('budgetCents') } : { grossCents: found.grossCents }),
  };
  if (isInverse && cell('grossCents') === '') return { id: cell('id'), input, expected: null };
  return { id: cell('id'), input, expected: { ...(isInverse && found), ...sides } };
}

const cases = reference.cases.map(readCase);
const [first] = cases;
const usual = { ...first?.input };

function answersOf({ out }: Outcome): unknown[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

describe('npm run convert', () => {
  it('answers every committed case exactly, line by line', async () => {
    const outcome = await convert(cases.map(({ input }) => `${JSON.stringify(input)}\n`).join(''));
    const answers = answersOf(outcome);
    expect(outcome.code).toBe(0);
    expect(answers).toHaveLength(129);
    cases.forEach(({ id, expected }, index) => {
      expect(answers[index], id).toEqual(expected);
    });
  });

  it.each([
    ['no JSON', '{"period":', 'convert.notJson'],
    ['NaN', '{"grossCents": NaN}', 'convert.notJson'],
    ['a list', '[1]', 'convert.notJson'],
    ['an unknown member', JSON.stringify({ ...usual, gros: 1 }), 'convert.field'],
    ['a missing member', JSON.stringify({ ...usual, effectif: undefined }), 'convert.field'],
    ['a day of another month', JSON.stringify({ ...usual, date: '2026-04-01' }), 'convert.field'],
    ['two amounts', JSON.stringify({ ...usual, totalCostCents: 1 }), 'convert.amount'],
    ['no amount', JSON.stringify({ ...usual, grossCents: undefined }), 'convert.amount'],
    ['a negative amount', JSON.stringify({ ...usual, grossCents: -1 }), 'salary.invalidInput'],
    ['a fraction of a cent', JSON.stringify({ ...usual, grossCents: 100.5 }), 'salary.invalidInput'],
    [
      'beyond 2^53',
      `{${JSON.stringify(usual).slice(1, -1)},"versementMobilitePercent":9007199254740993}`,
      'salary.invalidInput',
    ],
    ['a rate with too many decimals', JSON.stringify({ ...usual, atmpRatePercent: 2.080_01 }), 'salary.invalidInput'],
    [
      'a month without parameters',
      JSON.stringify({ ...usual, period: '2031-01', date: undefined }),
      'salary.noParameters',
    ],
    ['a month that is none', JSON.stringify({ ...usual, period: '2026-13', date: undefined }), 'salary.invalidInput'],
  ])('refuses %s by name and goes on', async (_name, line, code) => {
    const good = JSON.stringify(usual);
    const outcome = await convert(`${line}\n\n${good}\n`);
    const [refused, next] = answersOf(outcome);
    expect(refused).toEqual({ error: code, message: expect.any(String) as unknown });
    expect(next).toEqual(first?.expected);
    expect(outcome.code).toBe(0);
  });

  it('reads lines that end as on Windows, after a byte order mark', async () => {
    const line = JSON.stringify(usual);
    expect(answersOf(await convert(`\uFEFF${line}\r\n${line}\r\n`))).toEqual([first?.expected, first?.expected]);
  });

  it('finds the smallest gross for a net', async () => {
    const [answer] = answersOf(
      await convert(JSON.stringify({ ...usual, grossCents: undefined, netBeforeTaxCents: 150_000 })),
    );
    expect(answer).toMatchObject({ excessCents: 0, totals: { netBeforeTax: 150_000 } });
  });

  it('takes extra lines and a year to date', async () => {
    const line = {
      code: 'x-sante-travail',
      label: 'Santé au travail',
      side: 'employer',
      base: 'fixed',
      rateE7: 0,
      amountCents: 900,
      isWelfare: false,
      source: 'Service de santé',
      since: '2026-01-01',
    };
    const [answer] = answersOf(await convert(JSON.stringify({ ...usual, extraLines: [line] })));
    expect(answer).toMatchObject({ employer: { 'x-sante-travail': 900 } });
  });

  it('reads and writes CSV for spreadsheets', async () => {
    const header =
      'period;weeklyHours;effectif;cadre;atmpRatePercent;mutuelleCents;mutuelleEmployerSharePercent;grossCents';
    const outcome = await convert(
      `\uFEFF${header}\r\n2026-03;35;10;non;2,08;4000;50;30000\r\n=1+1;35;10;non;2;0;50;1\r\n`,
      ['--csv'],
    );
    const [names = '', pay = '', refused = ''] = outcome.out.split('\n');
    const cell = (name: string): string => pay.split(';')[names.replace('\uFEFF', '').split(';').indexOf(name)] ?? '';
    expect(names.startsWith('\uFEFFrow;error;message;gross')).toBe(true);
    expect([cell('gross'), cell('totalCost'), cell('employer.reductionGenerale')]).toEqual([
      '300,00',
      '329,26',
      '-119,43',
    ]);
    expect(refused).toContain('salary.invalidInput');
    expect(refused.split(';')).toHaveLength(names.split(';').length);
  });

  it('explains itself, and refuses options it does not know', async () => {
    expect((await convert('', ['--help'])).out).toContain('npm run -s convert');
    expect((await convert('', ['--fast'])).code).toBe(2);
  });

  it('stops quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [MAIN], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${JSON.stringify(usual)}\n`.repeat(20_000));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(0);
  });
});
