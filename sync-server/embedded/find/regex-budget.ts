import { createContext, Script } from 'node:vm';
import { CouchError } from '../couch-error.ts';

const MAX_PATTERN_LENGTH = 1_000;
const SHORT_TEXT_LENGTH = 1_000;

/**
 * Regular expressions of clients, with one time budget for the whole request, whatever their number: a pattern that
 * backtracks for ever must not stop the server. Only patterns that could do so pay for the guard.
 */
export class RegexBudget {
  #leftMs: number;
  readonly #now: () => number;

  constructor(budgetMs: number, now = (): number => performance.now()) {
    this.#leftMs = budgetMs;
    this.#now = now;
  }

  compile(pattern: string): (value: unknown) => boolean {
    const regex = compileRegex(pattern);
    const isSimple = isLinear(pattern);
    let guarded: ((text: string) => boolean) | undefined;
    return (value) => {
      if (typeof value !== 'string') return false;
      if (this.#leftMs < 1) throw tooSlow();
      const start = this.#now();
      try {
        if (isSimple && value.length <= SHORT_TEXT_LENGTH) return regex.test(value);
        guarded ??= this.#createGuarded(regex);
        return guarded(value);
      } finally {
        this.#leftMs -= this.#now() - start;
      }
    };
  }

  #createGuarded(regex: RegExp): (text: string) => boolean {
    const sandbox = createContext({ regex, text: '' });
    const script = new Script('regex.test(text)');
    return (text) => {
      sandbox['text'] = text;
      try {
        return script.runInContext(sandbox, { timeout: Math.ceil(this.#leftMs) }) === true;
      } catch {
        throw tooSlow();
      }
    };
  }
}

function compileRegex(pattern: string): RegExp {
  try {
    if (pattern.length > MAX_PATTERN_LENGTH) throw new Error('too long');
    return new RegExp(pattern);
  } catch {
    throw new CouchError(400, 'bad_arg', 'Bad argument for operator $regex');
  }
}

/** At most one repetition and no group that could repeat it. */
function isLinear(pattern: string): boolean {
  const repetitions = pattern.match(/[*+{?]/g) ?? [];
  return repetitions.length <= 1 && !/[()]|\\[1-9k]/.test(pattern);
}

function tooSlow(): CouchError {
  return new CouchError(500, 'timeout', 'The regular expression took too long.');
}
