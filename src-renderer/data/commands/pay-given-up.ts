const GIVEN_UP = ['refused', 'cancelled'];

/** Whether a pay no longer stands: its month may be asked again. */
export function isGivenUp(pay: { readonly status: string }): boolean {
  return GIVEN_UP.includes(pay.status);
}
