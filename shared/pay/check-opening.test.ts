import { expect, it } from 'vitest';
import { checkOpening } from './check-opening.ts';

const account = { openingDate: '2026-02-15' };

it('an account bears pays from the day of its opening on', () => {
  expect(checkOpening(account, '2026-02-15')).toEqual({ ok: true, value: '2026-02-15' });
  expect(checkOpening(account, '2026-03-01')).toEqual({ ok: true, value: '2026-03-01' });
});

it('a pay of before is refused, with the day on which the account opens', () => {
  expect(checkOpening(account, '2026-02-14')).toMatchObject({
    error: { code: 'salary.beforeOpening', details: { date: '2026-02-15' } },
  });
});
