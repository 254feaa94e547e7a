/** What stands until it is taken back, and can be put back. */
export const LIVE = { active: ['voided'], voided: ['active'] } as const;

/** From the member's request to the payment; the support team takes the steps in between. */
export const PAY = {
  requested: ['checked', 'refused', 'cancelled'],
  checked: ['validated', 'refused'],
  validated: ['paid'],
  paid: [],
  refused: [],
  cancelled: [],
} as const;

/** Statuses of a pay that only the support team leads to. */
export const PAY_DECISIONS = ['checked', 'validated', 'paid', 'refused'] as const;

/** Statuses of a pay about which the support team has still to decide. */
export const PAY_WAITING = ['requested', 'checked'] as const;

/** Statuses in which a pay stands: it weighs on the account, and its month is not asked again. */
export const PAY_COUNTED = ['requested', 'checked', 'validated', 'paid'] as const;

/** A price and the tax computed from it: members of a body that a merge takes from one side. */
export const PRICE = ['amountCents', 'currency', 'vatRatePpm', 'vatCents'] as const;
