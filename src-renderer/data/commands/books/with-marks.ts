/** Marks of a record that are there or not: what a rule of the contribution looks at. */
export interface Marks {
  readonly givesContributionBack?: boolean;
  readonly isInternal?: boolean;
}

/** A body with its marks set, taken off, or left as they are where nothing was said. */
export function withMarks<T extends object>(body: T, { givesContributionBack, isInternal }: Marks): T {
  const said = Object.entries({ givesContributionBack, isInternal }).filter(([, value]) => value !== undefined);
  const kept = Object.entries(body).filter(([name]) => !said.some(([mark]) => mark === name));
  // The same members, and marks that the body's type has.
  return Object.fromEntries([...kept, ...said.filter(([, value]) => value === true)]) as T;
}
