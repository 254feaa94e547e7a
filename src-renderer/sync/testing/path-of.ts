/** The address of a request as the exchange gives it to `fetch`: a text. */
export function pathOf(input: RequestInfo | URL): string {
  if (typeof input === 'string') return input;
  throw new Error('the exchange asks by text addresses');
}
