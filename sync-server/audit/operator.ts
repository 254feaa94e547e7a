import { userInfo } from 'node:os';

/** Who runs this command, as the operating system says; the one behind `sudo` when there is one. */
export function nameOperator(): string {
  const { SUDO_USER: name } = process.env;
  if (name !== undefined && name !== '') return name;
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** The same as the actor of an entry; a name that may have come over the wire is cut to what names are made of. */
export function commandActor(operator: string): string {
  return `command:${operator.replace(/[^\p{L}\p{N}._@\\-]/gu, '').slice(0, 60)}`;
}
