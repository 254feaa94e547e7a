import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Hasher } from '../../shared/core/ports.ts';

/** SHA-256 as every side of Sillon computes it: synchronous, so that it also runs inside CouchDB. */
export const hashBytes: Hasher = (bytes) => bytesToHex(sha256(bytes));
