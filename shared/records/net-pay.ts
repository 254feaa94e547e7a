import { plainDate } from './envelope.ts';
import type { RecordFacts } from './record-facts.ts';
import { SETTINGS_FACTS } from './settings-facts.ts';
import { withholdingGrid } from './withholding-grid.ts';
import { z } from './zod.ts';

/** The day on which the cooperative pays, from a date on. */
export const payDay = z.looseObject({
  from: plainDate,
  /** Day of the month; the last day in months that are shorter. */
  day: z.int().min(1).max(31),
  /** Whether the pay of a month leaves in that month or in the one after it. */
  isNextMonth: z.boolean(),
});

/** The day on which the cooperative pays. */
export type PayDay = z.infer<typeof payDay>;

/** What stands between net pay and the bank account: the grids of default rates, and the day on which pays leave. */
export const netPayBody = z.looseObject({
  withholdingGrids: z.array(withholdingGrid).max(100).optional(),
  payDays: z.array(payDay).max(100).optional(),
});

/** Facts of the type `netPay`. */
export const netPayFacts = { ...SETTINGS_FACTS, body: netPayBody } as const satisfies RecordFacts;
