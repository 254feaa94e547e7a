import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { digestOf } from '../../shared/core/digest.ts';
import { hash } from '../data-folder/hash.ts';
import { StartError } from '../data-folder/start-error.ts';

export const FORMAT_VERSION = 1;
const FILE = 'manifest.json';

const databaseEntry = z.object({
  name: z.string(),
  /** Gzipped JSON Lines beside the manifest. */
  file: z.string().regex(/^[\w.%-]+\.jsonl\.gz$/),
  bytes: z.number(),
  sha256: z.string(),
  /** Leaf revisions in the file, conflicts and deletions among them. */
  revisions: z.number(),
  attachments: z.number(),
  localDocuments: z.number(),
  /** Living and deleted documents, as the server counts them. */
  documents: z.number(),
  deletedDocuments: z.number(),
  /** `false` when somebody wrote so often that the two counts and the file may differ a little. */
  isCountExact: z.boolean(),
});

const manifestContent = z.object({
  format: z.literal('sillon-backup'),
  formatVersion: z.number(),
  id: z.string(),
  createdAt: z.string(),
  server: z.object({ kind: z.enum(['couchdb', 'embedded']), version: z.string() }),
  notice: z.string(),
  databases: z.array(databaseEntry),
});

/** One database of a backup. */
export type BackedUpDatabase = z.infer<typeof databaseEntry>;
/** What a backup says of itself. */
export type BackupManifest = z.infer<typeof manifestContent>;

export async function writeManifest(folder: string, manifest: BackupManifest): Promise<void> {
  const text = JSON.stringify({ ...manifest, seal: digestOf(manifest, hash) }, undefined, 2);
  await writeFile(join(folder, FILE), `${text}\n`, { mode: 0o600, flush: true });
}

/** Reads the manifest of a finished backup; says in one sentence when it is none. */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const { seal, ...content } = parse(folder, await readText(folder));
  const version = content['formatVersion'];
  if (content['format'] !== 'sillon-backup') throw new StartError(`${folder} is not a backup of Sillon.`);
  if (typeof version === 'number' && version > FORMAT_VERSION) {
    throw new StartError('The backup was written by a newer version of Sillon. Update Sillon.');
  }
  const manifest = manifestContent.safeParse(content);
  if (!manifest.success || seal !== digestOf(manifest.data, hash)) throw damaged(folder);
  return manifest.data;
}

async function readText(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, FILE), 'utf8');
  } catch {
    throw new StartError(`There is no finished backup in ${folder}: it has no ${FILE}.`);
  }
}

function parse(folder: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Falls through to the sentence.
  }
  throw damaged(folder);
}

function damaged(folder: string): StartError {
  return new StartError(`The ${FILE} of ${folder} is damaged. Nothing was written; use another backup.`);
}
