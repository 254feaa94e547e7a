export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What is aimed at. */
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
}

export function printMeasures(measures: readonly Measure[]): void {
  for (const { name, value, unit, goal } of measures) {
    console.log(`${name.padEnd(64)} ${show(value).padStart(12)} ${unit.padEnd(8)} ${describe(value, goal)}`.trimEnd());
  }
}

function describe(value: number, goal: Measure['goal']): string {
  if (goal === undefined) return '';
  const [sign, limit, isMet] =
    'atLeast' in goal ? ['≥', goal.atLeast, value >= goal.atLeast] : ['≤', goal.atMost, value <= goal.atMost];
  return `goal ${sign} ${limit.toLocaleString('en')}${isMet ? '' : ': MISSED'}`;
}

function show(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}
