import type { ReactElement, ReactNode } from 'react';
import { expect, it } from 'vitest';
import type { AppError } from '../../../../shared/core/errors.ts';
import { appError } from '../../../../shared/core/errors.ts';
import type { RefusedPay } from './refused-pays.tsx';
import { RefusedPays } from './refused-pays.tsx';

const format = { month: (month: string) => month, error: ({ code }: AppError) => code };

function refusalOf(id: string, period: string): RefusedPay {
  const pay = { id, body: { input: { period } } };
  const queued = { pay, person: 'Léa Morvan' } as RefusedPay['queued'];
  return { queued, error: appError('salary.mismatch', 'differs') };
}

it('two refused pays of one person are two things with words of their own', () => {
  const drawn = RefusedPays({ refused: [refusalOf('one', '2026-02'), refusalOf('two', '2026-03')], format });
  const { children } = (drawn as ReactElement<{ children: ReactElement<{ children: ReactNode }>[] }>).props;
  expect(new Set(children.map(({ key }) => key)).size).toBe(2);
  expect(children.map(({ props }) => props.children)).toEqual([
    'Léa Morvan, 2026-02 : salary.mismatch',
    'Léa Morvan, 2026-03 : salary.mismatch',
  ]);
});
