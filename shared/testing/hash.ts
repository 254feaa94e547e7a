import { createHash } from 'node:crypto';
import type { Hasher } from '../core/ports.ts';

/** SHA-256 by Node, for tests of the rules. */
export const hash: Hasher = (bytes) => createHash('sha256').update(bytes).digest('hex');
