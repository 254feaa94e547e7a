/** One thing an activity sells. */
export interface DemoService {
  readonly description: string;
  readonly unit: string;
  /** Decimal string excluding VAT, in the activity's currency. */
  readonly unitPrice: string;
  readonly quantities: readonly [min: number, max: number];
  readonly vatRatePpm: number;
}

/** One customer an activity works for. */
export interface DemoCustomer {
  readonly name: string;
  readonly kind: 'business' | 'individual' | 'public';
  readonly postalCode: string;
  readonly city: string;
}

/** Something an activity buys again and again. `amounts` include VAT, in minor units. */
export interface DemoPurchase {
  readonly label: string;
  readonly category: 'purchase' | 'otherCharge';
  readonly amounts: readonly [min: number, max: number];
  readonly vatRatePpm: number;
}

/** One entrepreneur of the demonstration cooperative. Nobody of these exists. */
export interface DemoPerson {
  readonly account: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly activity: string;
  readonly code: string;
  readonly region: string;
  readonly country: 'FR' | 'MG';
  readonly currency: 'EUR' | 'MGA';
  readonly contract: 'cape' | 'cesa' | 'abroad';
  /** Months in the contract at the start of the books. */
  readonly seniorityMonths: number;
  readonly weeklyMinutes: number;
  readonly openingBalanceCents: number;
  readonly reserveTargetCents: number;
  /** Invoices a month, January first: the seasons of the trade. */
  readonly season: readonly number[];
  readonly services: readonly DemoService[];
  readonly customers: readonly DemoCustomer[];
  readonly purchases: readonly DemoPurchase[];
  /** Label and VAT rate of sales paid on the spot, for those who hold a stall. */
  readonly directSale?: {
    readonly label: string;
    readonly amounts: readonly [number, number];
    readonly vatRatePpm: number;
  };
  /** What they pay themselves in a usual month, as employer cost, or as budget abroad; in minor units of the currency. */
  readonly usualCostCents: number;
}
