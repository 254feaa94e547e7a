/**
 * Every expected failure of Sillon has one of these codes; the screens find their words by the code
 * (`errors.<code>` in the translations). One code a line, grouped by area.
 */
export type ErrorCode =
  // values
  | 'amount.invalid'
  | 'amount.tooLarge'
  | 'amount.negative'
  | 'quantity.invalid'
  | 'rate.invalid'
  | 'date.invalid'
  | 'period.invalid'
  // records
  | 'record.invalid'
  | 'record.unknownType'
  | 'record.tooNew'
  | 'record.retired'
  | 'record.final'
  | 'record.notFound'
  | 'record.transition'
  | 'record.forbidden'
  | 'record.tooLarge'
  | 'record.clock'
  | 'book.incomplete'
  // rules
  | 'contribution.noRule'
  | 'contribution.invalidRule'
  | 'rules.invalid'
  | 'rules.sourceMissing'
  | 'rules.sameName'
  | 'rules.sameDate'
  | 'rules.hiddenStep'
  | 'rules.meetingTwice'
  | 'rules.meetingTooEarly'
  | 'rules.monthNotOver'
  | 'rules.presentRule'
  | 'rules.closedMonths'
  | 'rules.stillNeeded'
  | 'salary.noParameters'
  | 'salary.invalidInput'
  | 'salary.invalidParameters'
  | 'salary.yearPublished'
  | 'salary.notTheEstimate'
  | 'salary.versionUsed'
  | 'salary.sourceMissing'
  | 'salary.noContract'
  | 'salary.budgetTooLow'
  | 'salary.notPayable'
  | 'salary.aboveAvailable'
  | 'salary.alreadyAsked'
  | 'salary.beforeOpening'
  | 'salary.nothingToPay'
  | 'salary.laterPay'
  | 'salary.mismatch'
  | 'salary.otherRules'
  | 'pay.commentMissing'
  | 'contract.none'
  | 'contract.overlapping'
  | 'contract.endBeforeStart'
  | 'contract.closedMonths'
  | 'contract.workingTime'
  | 'contract.openingClosed'
  | 'rules.waitingPays'
  | 'withholding.noRate'
  | 'withholding.noGrid'
  | 'withholding.sameDay'
  | 'withholding.rateMissing'
  | 'withholding.sourceMissing'
  | 'abroad.noProfile'
  | 'abroad.linesAboveBudget'
  | 'plan.nameMissing'
  | 'plan.nameTaken'
  | 'plan.tooMany'
  | 'period.closed'
  | 'billing.emptyInvoice'
  | 'billing.dateBeforeSeries'
  | 'billing.customerMissing'
  | 'billing.vatRateNotInForce'
  | 'billing.customerAddressMissing'
  | 'billing.customerVatNumberMissing'
  | 'billing.sellerMissing'
  | 'billing.lineIncomplete'
  | 'billing.lineUnreadable'
  | 'billing.linePriceMissing'
  | 'billing.exemptionMissing'
  | 'billing.negativeTotal'
  | 'billing.dateInFuture'
  | 'billing.dueBeforeIssue'
  | 'billing.alreadyReversed'
  | 'customer.nameMissing'
  | 'customer.sirenInvalid'
  | 'customer.vatNumberInvalid'
  | 'customer.emailInvalid'
  | 'customer.termsInvalid'
  | 'timesheet.durationInvalid'
  | 'timesheet.dealMissing'
  | 'timesheet.dealExists'
  | 'timesheet.dayTooLong'
  // bank files
  | 'bank.unknownFormat'
  | 'bank.unreadable'
  | 'bank.noTransactions'
  | 'bank.currencyRateMissing'
  // local store
  | 'store.full'
  | 'store.newerSchema'
  | 'store.unavailable'
  | 'store.writeFailed'
  | 'backup.unreadable'
  | 'backup.otherPerson'
  | 'backup.changed'
  | 'backup.unsealed'
  // what a device needs before it joins
  | 'device.notSecure'
  | 'device.storageRefused'
  | 'device.noRoom'
  // sessions and network
  | 'session.wrongPassword'
  | 'session.unknownAccount'
  | 'session.expired'
  | 'session.ended'
  | 'session.locked'
  | 'session.slowDown'
  | 'session.weakPassword'
  | 'enrolment.unknownCode'
  | 'enrolment.usedCode'
  | 'enrolment.expiredCode'
  | 'network.offline'
  | 'network.timeout'
  | 'network.serverError'
  | 'network.refused'
  | 'network.tooMuch'
  | 'network.busy'
  | 'quota.reached'
  // receipts
  | 'receipt.notOnServer'
  | 'receipt.altered'
  // desktop shell
  | 'desktop.notAllowed'
  | 'desktop.cancelled'
  | 'desktop.invalidRequest'
  | 'desktop.invalidAddress'
  | 'desktop.printFailed'
  // documents
  | 'document.notMade'
  | 'file.tooLarge'
  | 'file.unreadable'
  | 'file.notWritten';

/** The one error shape of the application: on the device, over IPC, over HTTP and in the sync state. */
export interface AppError {
  readonly code: ErrorCode;
  /** Plain English for logs and command lines; screens translate the code instead. */
  readonly message: string;
  /** Values the translated sentence needs: names of fields, amounts, dates. Never a secret. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** Builds an {@link AppError}. */
export function appError(
  code: ErrorCode,
  message: string,
  details?: Readonly<Record<string, string | number | boolean>>,
): AppError {
  return details === undefined ? { code, message } : { code, message, details };
}
