/** What a movement does to the activity account. */
export type MovementKind = 'collected' | 'invoiced' | 'otherIncome' | 'charge' | 'pay';

/** An effect on the activity account, excluding VAT, signed (money in is positive). */
export interface Effect {
  readonly kind: MovementKind;
  readonly amountCents: number;
  /** Turnover from another activity of the cooperative. */
  readonly isInternal?: boolean;
  /** A purchase, which the gross margin leaves out of turnover. */
  readonly isPurchase?: boolean;
  /** A charge on which the contribution is given back, where the rule does so. */
  readonly givesBack?: boolean;
}

/** One effect of one record. */
export interface Movement extends Effect {
  readonly recordId: string;
  readonly date: string;
}
