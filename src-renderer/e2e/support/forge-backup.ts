import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A backup with a text exchanged and its sum made right again, as somebody who knows the format would. */
export function forgeBackup(bytes: Uint8Array, search: string, replacement: string, seal: 'kept' | 'dropped'): Buffer {
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  const end = JSON.parse(lines.pop() ?? '') as Record<string, unknown>;
  const text = lines.join('\n');
  if (!text.includes(search)) throw new Error(`${search} is not in the backup`);
  const body = `${text.replaceAll(search, replacement)}\n`;
  end['sha256'] = createHash('sha256').update(body).digest('hex');
  if (seal === 'dropped') delete end['seal'];
  return gzipSync(`${body}${JSON.stringify(end)}\n`);
}
