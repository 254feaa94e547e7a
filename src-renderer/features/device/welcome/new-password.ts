import { SHORTEST_PASSWORD } from '../../../session/session.ts';

/** What is wrong with a password typed twice. */
export interface PasswordFaults {
  /** Characters still missing; 0 when it is long enough. */
  readonly missingCount: number;
  readonly isDifferent: boolean;
}

export function checkNewPassword(password: string, repeated: string): PasswordFaults {
  return { missingCount: Math.max(0, SHORTEST_PASSWORD - password.length), isDifferent: password !== repeated };
}
