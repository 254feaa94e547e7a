import { findCountryProfile } from '../pay/compute-abroad-pay.ts';
import type { ActivityAccount } from '../ledger/activity-account.ts';
import { computeActivityAccount } from '../ledger/activity-account.ts';
import { contractIn } from '../contract/contract-in.ts';
import type { AnyPay } from '../pay/counted-pay.ts';
import { isPay, isPayCounted, isWaitingPay } from '../pay/counted-pay.ts';
import { firstBasisOf, payBasisOf } from '../pay/pay-input.ts';
import { settleYear } from '../pay/year-settlement.ts';
import type { Result } from '../core/result.ts';
import { MAX_AMOUNT_CENTS } from '../money/parse.ts';
import type { CooperativeSettings } from '../records/cooperative-settings.ts';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { isOfType } from '../records/registry.ts';
import type { VerdictBody } from '../records/verdict.ts';
import { computeFromGross } from '../salary/compute-from-gross.ts';
import type { PayrollParameters } from '../salary/payroll-parameters.ts';
import { addDays } from '../time/plain-date.ts';
import { explainedCents } from './account-slack.ts';
import type { Difference } from './difference.ts';
import { listDifferences } from './difference.ts';

/** What a pay is compared with. */
export interface BookFacts {
  readonly settings: RecordOf<'activitySettings'>;
  readonly cooperative: CooperativeSettings;
  /** Every record of the book that moves its account. */
  readonly records: readonly AnyRecord[];
  readonly versions: readonly PayrollParameters[];
  /** The server's day. */
  readonly today: string;
  /** When the server first saw each pay, by its id; one that it sees now has none. What a pay says of itself is not asked. */
  readonly arrivals: ReadonlyMap<string, string>;
  /** Ids of the pays that the server last found wrong. */
  readonly doubted: ReadonlySet<string>;
  /** Ids of the pays that are compared: those of {@link listCompared}. */
  readonly compared: ReadonlySet<string>;
}

/** Pays of a book that may wait and be compared, two years of them: each takes the account of the whole book three times. */
export const MOST_COMPARED = 24;

/** A pay as the book sees it. */
export interface PayCheck {
  readonly differences: readonly Difference[];
  readonly figures: NonNullable<VerdictBody['figures']> | undefined;
}

/** What of a pay was found right before. */
export interface AcceptedBefore {
  /** The account it names. */
  readonly account: boolean;
  /** What it was computed from: one of the first rule stays right where the cooperative follows the present one since. */
  readonly input: boolean;
}

/** A pay of which nothing was said yet. */
export const NOT_YET_ACCEPTED: AcceptedBefore = { account: false, input: false };

/**
 * Makes a waiting pay again from the book and the settings: its input, the account it is asked from, whether that account
 * bears it. The paths of the differences start with `book.`. What was found right before is not asked again: what the book
 * gained since does not make it wrong, but may leave the pay uncovered.
 */
export function comparePayWithBook(pay: AnyPay, facts: BookFacts, accepted: AcceptedBefore): PayCheck {
  const { settings, cooperative, today, compared } = facts;
  if (compared.size >= MOST_COMPARED && !compared.has(pay.id)) {
    const difference = { path: 'book.tooManyPays', expected: String(MOST_COMPARED), found: '' };
    return { differences: [difference], figures: undefined };
  }
  const others = facts.records.filter(({ id }) => id !== pay.id);
  const lastDay = addDays(today, 1);
  const payDay = pay.date > lastDay ? lastDay : pay.date;
  // A pay that is dated back is borne by the account as it is now, or not at all.
  const asOf = payDay > today ? payDay : today;
  const compute = (records: readonly AnyRecord[], day: string): Result<ActivityAccount> =>
    computeActivityAccount({ ...settings.body, activityId: settings.activityId }, cooperative, records, day);
  const standing = compute(standingBefore(pay, others, facts, asOf), asOf);
  if (!standing.ok) {
    return { differences: [{ path: 'book.account', expected: standing.error.code, found: '' }], figures: undefined };
  }
  const onPayDay = (records: readonly AnyRecord[]): ActivityAccount => {
    const account = compute(records, payDay);
    // Months that have their rules up to a day have them up to every day before.
    return account.ok ? account.value : standing.value;
  };
  const [now, then] = [onPayDay(others), onPayDay(others.filter(({ createdAt }) => createdAt <= pay.createdAt))];
  const costCents = costOf(pay);
  const { availableCents } = standing.value;
  const figures = residueOf(standing.value, costCents);
  const isClaimRight = accepted.account || isClaimed(pay, facts, [now.balanceCents, then.balanceCents]);
  return {
    differences: [
      ...(pay.date > lastDay ? [{ path: 'book.date', expected: today, found: pay.date }] : []),
      ...(pay.date < settings.body.openingDate
        ? [{ path: 'book.opening', expected: settings.body.openingDate, found: pay.date }]
        : []),
      ...findOtherPay(pay, others, facts),
      ...findInputDifferences(pay, { ...facts, records: others }, [now, then], accepted),
      ...(isClaimRight ? [] : listDifferences('book.account', residueOf(now, costCents), membersOf(claimOf(pay)))),
      ...(costCents > availableCents
        ? [{ path: 'book.coverCents', expected: String(availableCents), found: String(costCents) }]
        : []),
    ],
    figures: Object.values(figures).every((cents) => Math.abs(cents) <= MAX_AMOUNT_CENTS)
      ? { asOf, ...figures }
      : undefined,
  };
}

/** The waiting pays of a book that came first. */
export function listCompared(
  records: readonly AnyRecord[],
  arrivals: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const waiting = records.filter(isWaitingPay).map((pay) => ({ id: pay.id, place: placeOf(pay, arrivals) }));
  const inOrder = waiting.toSorted((one, other) => (one.place < other.place ? -1 : 1));
  return new Set(inOrder.slice(0, MOST_COMPARED).map(({ id }) => id));
}

/**
 * What the account bears before a pay: the other records, of them no pay that came after this one and is not decided, and
 * those that came before whatever day they name, at the earliest from the opening of the account on: the balance that was
 * taken over holds only what was decided about and had come before. A pay that was found wrong gives nothing back, whoever validated it.
 */
function standingBefore(
  pay: AnyPay,
  others: readonly AnyRecord[],
  facts: BookFacts,
  asOf: string,
): readonly AnyRecord[] {
  return others
    .filter((record) => !isWaitingPay(record) || isBefore(record, pay, facts))
    .filter((record) => !isPay(record) || costOf(record) >= 0 || !facts.doubted.has(record.id))
    .map((record) => (isPay(record) ? weigh(record, facts, asOf) : record));
}

/** A pay as it weighs on the account that another is asked from: one to one where somebody asked it in another currency. */
function weigh(pay: AnyPay, facts: BookFacts, asOf: string): AnyRecord {
  const { currency } = facts.settings.body;
  const body = isOfType(pay, 'abroadPay') ? { ...pay.body, currency } : pay.body;
  return { ...pay, date: weighingDay(pay, facts, asOf), body };
}

/** The day on which a pay weighs on the account that another is asked from. */
function weighingDay(pay: AnyPay, { settings, arrivals }: BookFacts, asOf: string): string {
  const { openingDate } = settings.body;
  const isTakenOver = (arrivals.get(pay.id) ?? LAST) < openingDate && !isWaitingPay(pay);
  const day = pay.date < openingDate && !isTakenOver ? openingDate : pay.date;
  return day > asOf ? asOf : day;
}

function residueOf({ balanceCents, availableCents }: ActivityAccount, costCents: number): Claim {
  return { balanceCents, availableCents, residueCents: availableCents - costCents };
}

type Claim = Record<'balanceCents' | 'availableCents' | 'residueCents', number>;

function membersOf({ balanceCents, availableCents, residueCents }: Claim): Claim {
  return { balanceCents, availableCents, residueCents };
}

/** The account as the member saw it. */
function claimOf(pay: AnyPay): Claim {
  if (isOfType(pay, 'salaryStatement')) return pay.body.account;
  const { balanceMinor, availableMinor } = pay.body.account;
  return {
    balanceCents: balanceMinor,
    availableCents: availableMinor,
    residueCents: availableMinor - pay.body.input.budgetMinor,
  };
}

function costOf(pay: AnyPay): number {
  return isOfType(pay, 'salaryStatement') ? pay.body.totals.totalCostCents : pay.body.input.budgetMinor;
}

/**
 * Whether the member can have seen the account they name: one of the server's balances, or one that differs from it by no
 * more than what the asking device need not have known; and available and rest follow from it.
 */
function isClaimed(pay: AnyPay, { settings, records, today }: BookFacts, balances: readonly number[]): boolean {
  const claim = claimOf(pay);
  const availableCents = Math.max(0, claim.balanceCents - settings.body.reserveTargetCents);
  if (claim.availableCents !== availableCents || claim.residueCents !== availableCents - costOf(pay)) return false;
  const others = records.filter(({ id }) => id !== pay.id);
  const slack = explainedCents(others, pay.createdBy.device, pay.createdAt, addDays(today, 1));
  return balances.some((balance) => Math.abs(claim.balanceCents - balance) <= slack);
}

/** Another pay of the same month that came before. */
function findOtherPay(pay: AnyPay, others: readonly AnyRecord[], facts: BookFacts): Difference[] {
  const other = others.find(
    (record) =>
      record.type === pay.type && isBefore(record as AnyPay, pay, facts) && isSameMonth(record as AnyPay, pay),
  );
  return other === undefined ? [] : [{ path: 'book.otherPay', expected: '', found: other.id }];
}

function isSameMonth(one: AnyPay, other: AnyPay): boolean {
  return isPayCounted(one) && one.body.input.period === other.body.input.period;
}

/** Whether one pay came to the server before another; of those that came together, the one that says it was asked first. */
function isBefore(one: AnyPay, other: AnyPay, { arrivals }: BookFacts): boolean {
  return placeOf(one, arrivals) < placeOf(other, arrivals);
}

function placeOf(pay: AnyPay, arrivals: ReadonlyMap<string, string>): string {
  return [arrivals.get(pay.id) ?? LAST, pay.createdAt, pay.id].join(' ');
}

/** After every instant. */
const LAST = '~';

/** The input is right when it follows from the book as it is or as it was when the pay was asked; with it what it settles. */
function findInputDifferences(
  pay: AnyPay,
  facts: BookFacts,
  accounts: readonly [ActivityAccount, ActivityAccount],
  accepted: AcceptedBefore,
): Difference[] {
  if (isOfType(pay, 'abroadPay')) return findAbroadInputDifferences(pay, facts);
  const { grossCents, ...found } = pay.body.input;
  const statements = facts.records
    .filter((record) => isOfType(record, 'salaryStatement'))
    .filter((record) => isBefore(record, pay, facts));
  const basisOf = accepted.input && found.workingTime === undefined ? firstBasisOf : payBasisOf;
  const differencesAt = ({ months }: ActivityAccount): Difference[] => {
    const context = { statements, months, versions: facts.versions };
    const basis = basisOf(facts.settings.body, facts.cooperative, found.period, context);
    if (!basis.ok) return [{ path: 'book.input', expected: basis.error.code, found: '' }];
    const differences = listDifferences('book.input', basis.value.input, found);
    if (differences.length > 0) return differences;
    const computed = computeFromGross(basis.value.input, grossCents, facts.versions);
    const settled = computed.ok ? settleYear(basis.value, computed.value, facts.versions) : computed;
    if (!settled.ok) return [{ path: 'book.settlement', expected: settled.error.code, found: '' }];
    return listDifferences('book.settlement', settled.value, pay.body.settlement);
  };
  const [now, then] = accounts;
  return differencesAt(then).length === 0 ? [] : differencesAt(now);
}

function findAbroadInputDifferences({ body }: RecordOf<'abroadPay'>, facts: BookFacts): Difference[] {
  const { settings, cooperative } = facts;
  const { period, profile } = body.input;
  const contract = contractIn(settings.body, period);
  if (!contract.ok) return [{ path: 'book.input', expected: contract.error.code, found: '' }];
  const expected = findCountryProfile(cooperative.countryProfiles ?? [], settings.body.country, period);
  return [
    ...listDifferences('book.input.contract', contract.value.kind, 'abroad'),
    ...listDifferences('book.input.currency', settings.body.currency, body.currency),
    ...(expected.ok
      ? listDifferences('book.input.profile', expected.value, profile)
      : [{ path: 'book.input', expected: expected.error.code, found: '' }]),
  ];
}
