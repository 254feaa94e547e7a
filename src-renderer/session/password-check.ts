/** What is kept on the device to check a password without a network: a slow salted hash, never the password. */
export interface PasswordCheck {
  readonly salt: string;
  readonly iterations: number;
  readonly hash: string;
}

/** OWASP's figure of 2023 for PBKDF2 with HMAC-SHA-256. */
const ITERATIONS = 600_000;

export async function createPasswordCheck(password: string): Promise<PasswordCheck> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt: toHex(salt), iterations: ITERATIONS, hash: await derive(password, salt, ITERATIONS) };
}

export async function isRightPassword(check: PasswordCheck, password: string): Promise<boolean> {
  const salt = Uint8Array.from(check.salt.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return (await derive(password, salt, check.iterations)) === check.hash;
}

async function derive(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, key, 256);
  return toHex(new Uint8Array(bits));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
