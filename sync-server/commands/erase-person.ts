import { z } from 'zod';
import { carryOutErasure } from '../erasure/carry-out-erasure.ts';
import type { ErasurePlan } from '../erasure/plan-erasure.ts';
import { planErasure } from '../erasure/plan-erasure.ts';
import type { System } from '../system/system.ts';

const years = z.number();
export const erasePersonBody = z.object({
  account: z.string(),
  isConfirmed: z.boolean(),
  retention: z.object({ accounting: years, pay: years, workingTime: years }),
});

/** What was erased, or would be. `problem` instead of the rest when there is nobody to erase. */
export interface ErasureAnswer {
  readonly problem?: string;
  readonly isDone?: boolean;
  readonly plan?: Pick<ErasurePlan, 'devices' | 'sessions' | 'codes' | 'sharedWith' | 'erased' | 'kept'> & {
    readonly isReceiptsErased: boolean;
    readonly isRenamed: boolean;
    readonly hasBook: boolean;
  };
}

export async function erasePerson(
  system: System,
  body: z.infer<typeof erasePersonBody>,
  actor: string,
): Promise<ErasureAnswer> {
  const { account, isConfirmed, retention } = body;
  const plan = await planErasure(system, account, retention, system.clock().slice(0, 10));
  if (plan === undefined) return { problem: `There is no account ${account}.` };
  if (isConfirmed) {
    const pseudonym = await carryOutErasure(system, plan);
    const kept = plan.kept.reduce((total, { count }) => total + count, 0);
    const details = { erased: plan.recordIds.length + plan.personalIds.length, kept };
    await system.accounts.audit.note({ kind: 'erase', actor, account: pseudonym, details });
  }
  const { devices, sessions, codes, sharedWith, erased, kept } = plan;
  return {
    isDone: isConfirmed,
    plan: {
      devices,
      sessions,
      codes,
      sharedWith,
      erased,
      kept,
      isReceiptsErased: plan.receipts !== undefined,
      isRenamed: plan.renamed !== undefined,
      hasBook: plan.book !== undefined,
    },
  };
}
