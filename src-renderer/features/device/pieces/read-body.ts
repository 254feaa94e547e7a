/** Reads members of a body that may be of any version: what is missing or of another kind is empty. */
export type Body = Readonly<Record<string, unknown>>;

export function readText(body: Body, key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}

export function readNumber(body: Body, key: string): number | undefined {
  const value = body[key];
  return typeof value === 'number' ? value : undefined;
}

export function readObject(body: Body, key: string): Body {
  const value = body[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {}; // a JSON object
}
