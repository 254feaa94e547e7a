import type { Result } from '../../../../shared/core/result.ts';
import { ok } from '../../../../shared/core/result.ts';
import type { ExtraPayLine } from '../../../../shared/records/extra-pay-line.ts';
import type { ExtraPayList } from '../../../../shared/cooperative/check-extra-pay-lines.ts';
import { checkExtraPayLines } from '../../../../shared/cooperative/check-extra-pay-lines.ts';
import { invalidRule } from '../../../../shared/cooperative/invalid-rule.ts';
import { isPlainDate } from '../../../../shared/time/plain-date.ts';
import { codeOf } from './code-of.ts';

/** What stands in the fields of one line added to each pay. */
export interface ExtraLineDraft {
  readonly old: ExtraPayLine | undefined;
  readonly label: string;
  readonly side: ExtraPayLine['side'];
  readonly base: ExtraPayLine['base'];
  readonly rateE7: number | undefined;
  readonly amountCents: number | undefined;
  readonly isWelfare: boolean;
  readonly source: string;
  readonly since: string;
}

/** A dated list being typed. */
export interface ExtraListDraft {
  readonly from: string;
  readonly lines: readonly ExtraLineDraft[];
}

export function emptyExtraLine(since: string): ExtraLineDraft {
  const terms = { side: 'employer', base: 'fixed', rateE7: undefined, amountCents: undefined } as const;
  return { old: undefined, label: '', ...terms, isWelfare: false, source: '', since };
}

export function startExtraList(list: ExtraPayList | undefined, from: string): ExtraListDraft {
  if (list === undefined) return { from, lines: [emptyExtraLine(from)] };
  return { from, lines: list.lines.map((line) => ({ old: line, ...line })) };
}

/**
 * The list a draft describes; `old` is the list it changes. A line keeps its code, a new one gets it from its label: the
 * employer's and the employee's share of one thing have the same. Errors: `rules.invalid` (`name`, `field`), those of
 * `checkExtraPayLines`.
 */
export function readExtraList(draft: ExtraListDraft, old: ExtraPayList | undefined): Result<ExtraPayList> {
  if (!isPlainDate(draft.from)) return invalidRule('', 'from');
  const lines: ExtraPayLine[] = [];
  for (const line of draft.lines) {
    const label = line.label.trim();
    if (label === '') return invalidRule('', 'label');
    if (!isPlainDate(line.since)) return invalidRule(label, 'since');
    const isFixed = line.base === 'fixed';
    const value = isFixed ? line.amountCents : line.rateE7;
    if (value === undefined) return invalidRule(label, 'value');
    lines.push({
      ...line.old,
      code: line.old?.code ?? newCode(label, line, lines),
      label,
      side: line.side,
      base: line.base,
      rateE7: isFixed ? 0 : value,
      amountCents: isFixed ? value : 0,
      isWelfare: line.isWelfare,
      source: line.source.trim(),
      since: line.since,
    });
  }
  const list = { ...old, from: draft.from, lines };
  const checked = checkExtraPayLines([list]);
  return checked.ok ? ok(list) : checked;
}

function newCode(label: string, { side }: ExtraLineDraft, lines: readonly ExtraPayLine[]): string {
  const taken = lines.filter((line) => line.side === side).map(({ code }) => code.slice(2));
  return `x-${codeOf(label, taken)}`;
}
