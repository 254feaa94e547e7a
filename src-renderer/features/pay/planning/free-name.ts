/** `name`, or `name 2`, `name 3`… when it is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let count = 2; taken.includes(free); count += 1) free = `${name} ${String(count)}`;
  return free;
}
