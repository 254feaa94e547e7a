import type { ErrorTexts } from '../error-texts.ts';

export const errors: ErrorTexts = {
  'amount.invalid': 'This amount cannot be read. Write for example 1234.56.',
  'amount.negative': 'This amount cannot be negative.',
  'amount.tooLarge': 'This amount is too large. Check the number of digits.',
  'quantity.invalid': 'This quantity cannot be read. Write a number, for example 1.5.',
  'rate.invalid': 'This rate cannot be read. Write for example 20 or 5.5.',
  'date.invalid': 'This date does not exist.',
  'period.invalid': 'This month does not exist.',
  'record.invalid': 'A value is missing or does not fit ({{path}}). Correct it and save again.',
  'record.unknownType': 'This comes from a newer version of Sillon. Update Sillon.',
  'book.incomplete':
    'This book holds data of a newer version of Sillon: its figures are incomplete here. Update Sillon; until then no pay can be asked or taken further.',
  'record.tooNew': 'This was written by a newer version of Sillon. Update Sillon to change it.',
  'record.retired':
    'These settings are now kept by subject. Take the server’s version, or set yours aside: it stays readable here. Then make the change again under “Rules”.',
  'record.final': 'This document is final and no longer changes. Write a correction.',
  'record.notFound': 'This is no longer there.',
  'record.transition': 'This change of status is not possible.',
  'record.tooLarge': 'This is too large for the server. It stays on this device: shorten the texts or split it.',
  'record.clock':
    'The clock of the device was wrong (a year before 2000 or after 2099). This stays on this device: set date and time, then save or send again.',
  'record.forbidden': 'You may not write this. Ask the support team.',
  'contribution.noRule': 'No contribution rule is known for {{date}}. The support team has to publish it.',
  'salary.noParameters':
    'The payroll parameters of this month are neither published nor estimated: the estimate goes no further than the year after the last published one. Update Sillon, or ask the support team to publish the parameters.',
  'salary.invalidInput': 'A value of the pay computation does not fit. Check your contract with the support team.',
  'salary.invalidParameters': 'A value of these payroll parameters does not fit ({{path}}).',
  'salary.yearPublished':
    'Months of this estimate are published already ({{version}}): there is nothing left to confirm. Publish a new version if a value has to change.',
  'salary.notTheEstimate':
    'These parameters are not, or no longer, the estimate in force. Go back to the versions and start again.',
  'salary.versionUsed':
    'Pays up to {{month}} were decided under {{version}}: it cannot be replaced for those months any more. Let the new version start with the month after.',
  'salary.sourceMissing': 'Give the text that confirms these parameters, and its date.',
  'salary.noContract':
    'Your contract is not on this device. If it does not come with the next exchange, ask the support team to enter it.',
  'salary.budgetTooLow': 'The amount is too small for a pay: it does not cover the health cover.',
  'salary.notPayable': 'This contract does not allow a pay.',
  'contract.none':
    'No contract covers {{month}}: there is no pay to compute. Choose another month, or look at the contract with the support team.',
  'contract.workingTime':
    'The contract of {{date}}: an employment contract sets a working time, a CESA or a CAPE sets none. Correct the kind of contract or its working time.',
  'contract.overlapping': 'Two contracts overlap on {{date}}. End one before the other starts.',
  'contract.endBeforeStart': 'The contract that starts on {{date}} ends before it starts. Correct its end date.',
  'withholding.noRate':
    'Your rate of withholding tax is not known on {{date}}: the net paid cannot be computed. Ask the support team to enter it.',
  'withholding.noGrid':
    'The grid of the neutral rate is not known on {{date}}: the net paid cannot be computed. Ask the support team to enter it.',
  'withholding.sameDay': 'A rate starts on {{date}} already. Change it, or choose another date.',
  'withholding.rateMissing': 'Give the transmitted rate, or choose the neutral rate and its grid.',
  'withholding.sourceMissing': 'Say where this rate comes from, for example the report of the tax office and its day.',
  'abroad.noProfile': 'The cooperative has no pay rule for this country at this date yet. Ask the support team for it.',
  'abroad.linesAboveBudget': 'The deductions exceed the budget: nothing would be left to pay. Choose a larger budget.',
  'plan.nameMissing': 'Give it a name.',
  'plan.nameTaken': 'The name “{{name}}” exists already. Choose another one.',
  'plan.tooMany': 'There are {{max}} already, the most Sillon keeps. Remove one first.',
  'period.closed':
    'Months are closed up to {{month}}: nothing changes there any more. Date the correction in an open month, or ask the support team to open it again.',
  'salary.nothingToPay': 'This pay leaves nothing to pay: the net must be above zero. Raise the amount.',
  'salary.alreadyAsked':
    'A pay is asked for this month already. Withdraw it in the list below, or choose another month.',
  'salary.beforeOpening':
    'Your account opens on {{date}}: no pay can be asked before that day. If the date is wrong, tell the support team.',
  'salary.laterPay':
    'A later month ({{month}}) is already asked or paid this year: pays count in their order. Choose a month after it.',
  'salary.mismatch':
    'The figures of this pay are not those that the rules give: it cannot go on. Open it to see what differs, then refuse it with a word.',
  'salary.otherRules':
    'The pay rules are no longer those of this request: it cannot go on. Refuse it with a word, the person will ask again under the new ones; or exchange first if they were just published.',
  'pay.commentMissing': 'Write the reason of the refusal: the person will read it.',
  'contribution.invalidRule':
    'This contribution rule does not fit ({{field}}). Tiers must rise and the last stay open, the minimum stay under the maximum.',
  'rules.invalid': '“{{name}}”: “{{field}}” does not fit. Correct it, then save again.',
  'rules.sourceMissing': '“{{name}}”: say which text or decision sets it.',
  'rules.sameName': '“{{name}}” exists already. Give another name or another date.',
  'rules.sameDate': 'Another one starts on {{date}} already. Choose another date, or change the one there is.',
  'rules.hiddenStep':
    '“{{name}}”, step {{step}}: a later step always applies in its place. Put the steps in the order they are reached.',
  'rules.meetingTwice': 'A meeting is noted for the fiscal year that starts in {{month}} already.',
  'rules.meetingTooEarly':
    'The meeting approves the accounts after the end of the fiscal year started in {{month}}. Correct its date.',
  'rules.presentRule': 'The present rule of pays starts at once or in {{month}}, and this is chosen only once.',
  'rules.monthNotOver': '{{month}} is not over: a month is closed once it has passed.',
  'rules.closedMonths':
    '“{{name}}” applies to closed months (up to {{month}}): they no longer change. Add a new rule from a later date instead.',
  'rules.stillNeeded':
    'Months are closed (up to and including {{month}}): their accounts need these settings, which can no longer be taken back. Change them, or open the months first.',
  'contract.closedMonths':
    'This change of contract would touch closed months (up to {{month}}). Date it in an open month.',
  'contract.openingClosed':
    'The account was taken over in a closed month (up to and including {{month}}): its date, balance and currency no longer change. Open the months again, or correct by an entry in an open month.',
  'rules.waitingPays':
    'Pays asked in these months still wait for a decision ({{count}}). Validate or refuse them under “Pays”, then close.',
  'salary.aboveAvailable': 'This pay costs more than your account can bear. Lower the amount.',
  'billing.emptyInvoice': 'The invoice has no line. Add at least one line with an amount.',
  'billing.dateBeforeSeries': 'An invoice of the series already carries {{lastDate}}. Take that date or a later one.',
  'billing.customerMissing': 'Choose the customer before issuing the invoice.',
  'billing.vatRateNotInForce': 'Line {{line}}: this VAT rate is not in force on this date.',
  'billing.customerAddressMissing':
    'The address of {{name}} is missing: an invoice must show it. Complete the customer.',
  'billing.customerVatNumberMissing':
    'The VAT number of {{name}} is missing: this exemption requires it. Complete the customer.',
  'billing.sellerMissing':
    'The cooperative’s details are not on this device. If they do not come with the next exchange, ask the support team to enter them.',
  'billing.lineIncomplete': 'Line {{line}}: write what is sold.',
  'billing.lineUnreadable': 'Line {{line}}: a number cannot be read. Correct it.',
  'billing.linePriceMissing': 'Line {{line}}: write quantity and price, 0 if it is a gift.',
  'billing.exemptionMissing': 'A line bears no VAT: choose the reason, the invoice must show it.',
  'billing.negativeTotal': 'The total is below zero: an invoice cannot be. A credit note is needed.',
  'billing.dateInFuture': 'This date is in the future. Take today or an earlier day.',
  'billing.dueBeforeIssue': 'The due date is before the date of the invoice. Choose the same day or a later one.',
  'billing.alreadyReversed': 'This payment is reversed already.',
  'customer.nameMissing': 'Write the customer’s name.',
  'customer.sirenInvalid': 'This SIREN is not right: nine digits, one of them a check digit. Check each digit.',
  'customer.vatNumberInvalid': 'This VAT number is not right. Example: FR, two digits, then the SIREN.',
  'customer.emailInvalid': 'This e-mail address is not complete.',
  'customer.termsInvalid': 'The payment term is a number of days from 0 to 120.',
  'timesheet.durationInvalid': 'This duration cannot be read. Write for example 7.5, 7h30 or 45min.',
  'timesheet.dealMissing': 'Write the name of the deal.',
  'timesheet.dealExists': 'This deal is in the week already.',
  'timesheet.dayTooLong': 'A day is longer than 24 hours.',
  'bank.unknownFormat': 'This file is neither OFX nor a bank CSV. Download the statement as OFX from your bank.',
  'bank.unreadable': 'This file cannot be read. Download it again, preferably as OFX.',
  'bank.noTransactions': 'This statement holds no transaction.',
  'bank.currencyRateMissing': 'The statement is in another currency than your book. Give the exchange rate.',
  'store.full': 'The disk is full: nothing was saved. Make room and try again.',
  'store.newerSchema': 'A newer Sillon wrote this book. Update Sillon to write.',
  'store.unavailable': 'The local book does not open. Close the other windows of Sillon and try again.',
  'store.writeFailed':
    'Saving failed and nothing changed. It may have been changed in another window: look at it and try again.',
  'backup.unreadable': 'This file is not a backup of Sillon, or it is damaged. Nothing changed.',
  'backup.otherPerson': 'This backup belongs to another person. Nothing changed.',
  'backup.changed':
    'This file was changed after it was saved, or it comes from another account. Nothing was taken. Take another backup.',
  'backup.unsealed':
    'Nothing tells where this file comes from: it has no seal this device can check. Nothing was taken yet.',
  'device.notSecure':
    'At this address the browser does not let Sillon keep your books: it has to begin with https://. Ask the support team for that address. Nothing was sent.',
  'device.storageRefused':
    'This browser keeps nothing for Sillon. Open an ordinary window (not a private one), allow the data of this site, then try again. Nothing was sent.',
  'device.noRoom':
    '{{freeMegabytes}} MB are left on this device; {{neededMegabytes}} are needed to begin. Make room, then try again. Nothing was sent.',
  'session.wrongPassword': 'The name or the password is wrong.',
  'session.unknownAccount': 'This account is not on this device. Sign in once with a network.',
  'session.expired':
    'The connection to the server has expired. Give your password to resume the exchange; your work goes on.',
  'session.ended':
    'This device was signed out at the server. Give your password to resume the exchange; your work is kept here.',
  'session.locked': 'Too many tries. Try again in {{seconds}} s.',
  'session.slowDown': 'Too many tries at once. Try again in {{seconds}} s.',
  'session.weakPassword': 'This password is too short: ten characters at least.',
  'enrolment.unknownCode': 'This enrolment code does not exist. Check letters and digits.',
  'enrolment.usedCode': 'This code was used already. Ask the support team for another.',
  'enrolment.expiredCode': 'This code has expired. Ask the support team for another.',
  'network.offline': 'No network for now. Your work is kept on this device.',
  'network.timeout': 'The server does not answer in time. Trying again soon.',
  'network.serverError': 'The server has a problem. Trying again soon; your work is kept on this device.',
  'network.tooMuch': 'The request is too large for the server. Nothing is lost: everything stays on this device.',
  'network.busy': 'The server asks to wait a little. The exchange goes on by itself, nothing is lost.',
  'quota.reached':
    'The room kept on the server for this activity is full. Nothing is lost: this stays on the device. Tell the support team.',
  'network.refused': 'The server refuses this request.',
  'receipt.notOnServer': 'This receipt has not reached the server yet: it is on the device that took it.',
  'receipt.altered':
    'What the server has for this receipt is not what was sent. It is not shown; tell the support team and keep the original.',
  'desktop.notAllowed': 'This action is not allowed.',
  'desktop.cancelled': 'Cancelled.',
  'desktop.invalidRequest': 'This request does not fit.',
  'desktop.invalidAddress': 'This server address does not fit. It starts with https://.',
  'desktop.printFailed': 'Printing failed.',
  'file.notWritten': 'The file could not be written. Choose another folder.',
  'file.tooLarge': 'This file is too large.',
  'document.notMade':
    'The document could not be made. A part of Sillon may be missing on this device: come back with a network.',
  'file.unreadable': 'This file cannot be read.',
  thatDay: 'that day',
  thatMonth: 'that month',
  'salary.noContract_supportTeam':
    'The settings of this activity, or those of the cooperative, are not on this device. If they do not come with the next exchange, enter the contract and look at “Rules”.',
  'salary.invalidInput_supportTeam': 'A value of the pay computation does not fit. Check the person’s contract.',
  'contract.none_supportTeam':
    'No contract of the person covers {{month}}: there is no pay to compute. Complete the contract, or choose another month.',
  'contribution.noRule_supportTeam': 'No contribution rule is known for {{date}}. Publish it under “Rules”.',
  'withholding.noRate_supportTeam':
    'No rate of withholding tax is known on {{date}}: the net paid cannot be computed. Enter it in the book of the person, “Tax”.',
  'withholding.noGrid_supportTeam':
    'No grid of the neutral rate is known on {{date}}: the net paid cannot be computed. Add it under “Rules”, “Net paid”.',
  'abroad.noProfile_supportTeam':
    'There is no pay rule for this country at this date yet. Add it under “Rules”, “Countries”.',
  'period.closed_supportTeam':
    'Months are closed up to {{month}}: nothing changes there any more. Open it again under “Rules”, “Year”, or date the correction in an open month.',
  'record.forbidden_supportTeam':
    'The server does not take this from the support team: in this book it is for the person to write.',
  'quota.reached_supportTeam':
    'The room kept on the server for this activity is full. Nothing is lost: this stays on the device. Tell whoever looks after the server.',
};
