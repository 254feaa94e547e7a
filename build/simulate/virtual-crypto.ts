import * as crypto from 'node:crypto';
import { hexOfChance } from './globals.ts';

export * from 'node:crypto';

/** `node:crypto` with the world's chance. */
export function randomBytes(count: number): Buffer {
  return Buffer.from(hexOfChance(count * 2), 'hex');
}

export function randomUUID(): string {
  return `00000000-0000-4000-8000-${hexOfChance(12)}`;
}

export default { ...crypto, randomBytes, randomUUID };
