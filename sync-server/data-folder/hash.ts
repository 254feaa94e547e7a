import { createHash } from 'node:crypto';
import type { Hasher } from '../../shared/core/ports.ts';

/** SHA-256 by Node, for the shared rules. */
export const hash: Hasher = (bytes) => createHash('sha256').update(bytes).digest('hex');
