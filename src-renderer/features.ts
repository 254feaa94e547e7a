import { billing } from './features/billing/feature.ts';
import { books } from './features/books/feature.ts';
import { cooperative } from './features/cooperative/feature.ts';
import { device } from './features/device/feature.ts';
import { pay } from './features/pay/feature.ts';
import type { Feature, Role, Screen } from './frame/feature.ts';

const FEATURES: readonly Feature[] = [billing, books, pay, cooperative, device];

/** The screens a role has: routes, menu and commands of the desktop menu all come from here. */
export function screensOf(role: Role): readonly Screen[] {
  return FEATURES.flat().filter(({ roles }) => roles.includes(role));
}
