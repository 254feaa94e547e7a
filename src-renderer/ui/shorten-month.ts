/** `2026-09` → `09/26`: twelve labels side by side, on a telephone too. */
export function shortenMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(2, 4)}`;
}
