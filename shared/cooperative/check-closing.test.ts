import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../records/envelope.ts';
import type { RecordOf } from '../records/registry.ts';
import { checkClosing, checkMonthOver } from './check-closing.ts';
import { makeCooperative, makeRecord } from './rules.test-support.ts';

describe('a month is closed', () => {
  it('when it is over on the calendar of who closes it', () => {
    expect(checkMonthOver('2026-02', '2026-03-01')).toEqual({ ok: true, value: '2026-02' });
    expect(checkMonthOver('2026-03', '2026-03-31')).toMatchObject({
      error: { code: 'rules.monthNotOver', details: { month: '2026-03' } },
    });
  });

  const closing = (closedThrough: string | undefined, updatedAt: string): RecordOf<'closing'> =>
    ({
      ...makeRecord('closing', closedThrough === undefined ? {} : { closedThrough }),
      updatedAt,
    }) as RecordOf<'closing'>;
  const judge = (after: RecordOf<'closing'>, before?: AnyRecord, former?: ReturnType<typeof makeCooperative>) =>
    checkClosing(before, after, former === undefined ? {} : { former });

  it('when it was over anywhere as it was written: at ten in the morning of the last day by Greenwich', () => {
    expect(judge(closing('2026-03', '2026-03-31T10:00:00.000Z'))).toMatchObject({ ok: true });
    expect(judge(closing('2026-03', '2026-03-31T09:59:59.999Z'))).toMatchObject({
      error: { code: 'rules.monthNotOver', details: { month: '2026-03' } },
    });
  });

  it('and opened again at any time, where it should not have been', () => {
    const early = closing('2026-12', '2026-03-31T08:00:00.000Z');
    const reopened = closing('2026-11', '2026-03-31T09:00:00.000Z');
    expect(judge(reopened, early)).toMatchObject({ ok: true });
    expect(judge(closing(undefined, '2026-03-31T09:00:00.000Z'), early)).toMatchObject({ ok: true });
    expect(judge(early, early)).toMatchObject({ ok: true });
    expect(judge(closing(undefined, '2026-03-31T09:00:00.000Z'))).toMatchObject({ ok: true });
    expect(judge(early, reopened)).toMatchObject({ ok: false });
    expect(judge({ ...early, status: 'voided' }, early), 'taken back').toMatchObject({ ok: true });
  });

  it('also by the settings of before, whose place a closing takes', () => {
    const former = makeCooperative({ closedThrough: '2026-12' });
    expect(judge(closing('2026-12', '2026-03-31T08:00:00.000Z'), undefined, former)).toMatchObject({ ok: true });
    const voided = { ...closing('2026-01', '2026-03-31T08:00:00.000Z'), status: 'voided' };
    expect(judge(voided, closing('2026-01', '2026-03-31T08:00:00.000Z'), former)).toMatchObject({ ok: false });
  });
});
