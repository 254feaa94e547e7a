import { expect, it } from 'vitest';
import { parseParameter } from './parse-parameter.ts';

it.each([
  ['rateE7', '13', 1_300_000],
  ['rateE7', '0,49125 %', 49_125],
  ['cents', '12,31', 1231],
  ['euros', '4 005', 4005],
  ['coefficientE4', '0,3781', 3781],
  ['tenths', '1,6', 16],
  ['percent', '225', 225],
] as const)('reads %s %s', (unit, text, value) => {
  expect(parseParameter(unit, text)).toEqual({ ok: true, value });
});

it.each([
  ['euros', '4005,50'],
  ['rateE7', '0,491251'],
  ['cents', 'douze'],
] as const)('refuses %s %s', (unit, text) => {
  expect(parseParameter(unit, text).ok).toBe(false);
});
