import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A fresh secret of 256 bits, safe in a cookie or a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a text, hexadecimal: what is kept of a secret that is random enough by itself. */
export function hashSecret(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares two secrets in a time that does not tell where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(one)), Buffer.from(hashSecret(other)));
}
