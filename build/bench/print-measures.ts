export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

export function printMeasures(measures: readonly Measure[]): void {
  for (const { name, value, unit } of measures) {
    const shown = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
    console.log(`${name.padEnd(64)} ${shown.padStart(12)} ${unit}`);
  }
}
