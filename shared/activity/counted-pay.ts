const GIVEN_UP = ['refused', 'cancelled'];

/** Whether a pay stands: it weighs on the account and its month is not asked again. False for refused and cancelled ones. */
export function isPayCounted(pay: { readonly status: string }): boolean {
  return !GIVEN_UP.includes(pay.status);
}
