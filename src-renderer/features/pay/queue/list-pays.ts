import { entrepreneurName } from '../../../../shared/network/network-row.ts';
import type { RecordOf } from '../../../../shared/records/registry.ts';
import { isOfType } from '../../../../shared/records/registry.ts';
import type { AnyPay } from '../../../../shared/pay/counted-pay.ts';
import type { PayStep } from '../../../data/commands/pay/advance-pay.ts';
import { indexVerdicts } from '../../../data/verdicts.ts';

/** One pay that waits for the support team. Amounts in minor units of `currency`. */
export interface QueuedPay {
  readonly pay: AnyPay;
  readonly person: string;
  /** Whose pay it is; `undefined` while the settings of the activity are not here. */
  readonly account: string | undefined;
  readonly activity: string;
  readonly currency: string;
  readonly costMinor: number;
  /** Net before tax, or what is paid abroad. */
  readonly paidMinor: number;
  /** What stays available on the account by the server's own figures; `undefined` while it has given none. */
  readonly residueMinor: number | undefined;
  /** What stayed available on the member's screen, when that is something else. */
  readonly seenResidueMinor: number | undefined;
  readonly verdict: RecordOf<'verdict'> | undefined;
  /** The server compares it with the book, or will. From the validation on it does not any more. */
  readonly isCompared: boolean;
  readonly nextStep: PayStep;
}

/** Whether the server found the pay to follow from the book: otherwise going on with it needs another look. */
export function isVouchedFor({ verdict, residueMinor, isCompared }: QueuedPay): boolean {
  return verdict?.status === 'verified' && (residueMinor !== undefined || !isCompared);
}

const NEXT: Readonly<Record<string, PayStep>> = { requested: 'checked', checked: 'validated', validated: 'paid' };

/** What the queue is made of, of the whole network. */
export interface QueueSources {
  readonly pays: readonly AnyPay[];
  readonly settings: readonly RecordOf<'activitySettings'>[];
  readonly verdicts: readonly RecordOf<'verdict'>[];
}

/** The pays of the whole network that wait for a step, oldest month first, then by person. */
export function listQueuedPays({ pays, settings, verdicts }: QueueSources): readonly QueuedPay[] {
  const active = settings.filter(({ status }) => status === 'active');
  const settingsOf = new Map(active.map((record) => [record.activityId, record.body]));
  const verdictOf = indexVerdicts(verdicts);
  const queued = pays.flatMap((record): QueuedPay[] => {
    const nextStep = NEXT[record.status];
    if (nextStep === undefined) return [];
    const known = settingsOf.get(record.activityId);
    const verdict = verdictOf.get(record.id);
    const { seenMinor, ...amounts } = amountsOf(record);
    const residueMinor = verdict?.body.figures?.residueCents;
    const isCompared = record.status !== 'validated';
    const isSeenShown = seenMinor !== residueMinor && (isCompared || residueMinor !== undefined);
    return [
      {
        pay: record,
        person: known === undefined ? record.createdBy.user : entrepreneurName(known),
        account: known?.entrepreneur.account,
        activity: known?.name ?? '',
        nextStep,
        verdict,
        residueMinor,
        isCompared,
        seenResidueMinor: isSeenShown ? seenMinor : undefined,
        ...amounts,
      },
    ];
  });
  return queued.sort((a, b) => compare(sortKey(a), sortKey(b)));
}

function amountsOf(
  pay: AnyPay,
): Pick<QueuedPay, 'currency' | 'costMinor' | 'paidMinor'> & { readonly seenMinor: number } {
  if (isOfType(pay, 'salaryStatement')) {
    const { totals, account } = pay.body;
    return {
      currency: 'EUR',
      costMinor: totals.totalCostCents,
      paidMinor: totals.netBeforeTaxCents,
      seenMinor: account.residueCents,
    };
  }
  const { currency, input, paidMinor, account } = pay.body;
  return {
    currency,
    costMinor: input.budgetMinor,
    paidMinor,
    seenMinor: account.availableMinor - input.budgetMinor,
  };
}

function sortKey({ pay, person }: QueuedPay): string {
  return `${pay.body.input.period} ${person} ${pay.id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
