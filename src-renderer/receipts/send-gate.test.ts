import { expect, it } from 'vitest';
import { SendGate } from './send-gate.ts';

it('stays closed as long as the server asked, also for a person who presses the button', () => {
  let now = 0;
  const gate = new SendGate(() => now);
  gate.failed(20_000);
  gate.open();
  expect(gate.isOpen).toBe(false);
  expect(gate.waitMs).toBe(20_000);
  now = 20_000;
  expect(gate.isOpen).toBe(true);
  // A failure of the line is no wish of the server: whoever asks is heard.
  gate.failed();
  expect(gate.isOpen).toBe(false);
  gate.open();
  expect(gate.isOpen).toBe(true);
});
