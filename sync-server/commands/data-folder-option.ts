import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommandFailure } from './command-failure.ts';

/** The data folder a command works on. */
export function chooseDataFolder(option: string | undefined, isDemo = false): string {
  return resolve(option ?? (isDemo ? '.data/demonstration' : '.data/cooperative'));
}

/** The data folder of a command that must not make a new one. */
export function requireDataFolder(option: string | undefined): string {
  const folder = chooseDataFolder(option);
  if (!existsSync(folder)) {
    throw new CommandFailure(`There is no data folder ${folder}. Choose one with --data; a new one is made by serve.`);
  }
  return folder;
}
