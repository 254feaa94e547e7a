import { expect, it } from 'vitest';
import { findReceiptType } from './receipt-type.ts';
import { planShrinking } from './shrink-plan.ts';

it('keeps proportions, goes down, never up', () => {
  const steps = planShrinking(4000, 3000);
  expect(steps[0]).toEqual({ width: 2000, height: 1500, quality: 0.82 });
  expect(steps.at(-1)).toEqual({ width: 640, height: 480, quality: 0.55 });
  expect(planShrinking(500, 100).map((step) => step.width)).toEqual([500, 500, 500]);
  expect(planShrinking(10_000, 1).every((step) => step.height === 1)).toBe(true);
});

it('knows files by their first bytes', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  expect(findReceiptType(bytes('%PDF-1.7 …'))).toBe('application/pdf');
  expect(findReceiptType(bytes('\u00ff\u00d8\u00ff\u00e0…'))).toBe('image/jpeg');
  expect(findReceiptType(bytes('RIFF0000WEBPVP8 '))).toBe('image/webp');
  expect(findReceiptType(bytes('<html>'))).toBeUndefined();
  expect(findReceiptType(bytes(''))).toBeUndefined();
});
