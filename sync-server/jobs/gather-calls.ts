import { setImmediate } from 'node:timers/promises';
import { DatabaseAway } from '../couch/database-outage.ts';

/** How the calls of several askers become one. */
export interface Gathering<Asked, Answer> {
  /** How much of a request one call fills. */
  readonly sizeOf: (asked: Asked) => number;
  /** More than this does not go into one request; a single call may be larger. */
  readonly mostSize: number;
  /** Sends all in one request and tells what each of them gets. */
  readonly send: (asked: readonly Asked[]) => Promise<readonly Answer[]>;
}

interface Waiting<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Calls made while a request is under way wait for it and go together in the next one; a call that comes alone goes in the same turn.
 * When a request for several fails, each is sent by itself: one that cannot be sent spoils it for nobody else.
 */
export function gatherCalls<Asked, Answer>({
  sizeOf,
  mostSize,
  send,
}: Gathering<Asked, Answer>): (asked: Asked) => Promise<Answer> {
  const waiting: Waiting<Asked, Answer>[] = [];
  let isUnderWay = false;

  const sendAlone = async (one: Waiting<Asked, Answer>): Promise<void> => {
    try {
      const [answer] = await send([one.asked]);
      one.resolve(answer as Answer); // one answer for each that asked
    } catch (error) {
      one.reject(error);
    }
  };
  const sendTogether = async (all: readonly Waiting<Asked, Answer>[]): Promise<void> => {
    const [first, ...others] = all;
    if (first !== undefined && others.length === 0) return sendAlone(first);
    try {
      const answers = await send(all.map(({ asked }) => asked));
      for (const [index, { resolve }] of all.entries()) resolve(answers[index] as Answer); // one answer for each that asked
    } catch (error) {
      if (error instanceof DatabaseAway) for (const { reject } of all) reject(error);
      else for (const one of all) await sendAlone(one);
    }
  };
  const takeNext = (): Waiting<Asked, Answer>[] => {
    let size = 0;
    const count = waiting.findIndex(({ asked }, index) => {
      size += sizeOf(asked);
      return index > 0 && size > mostSize;
    });
    return waiting.splice(0, count < 0 ? waiting.length : count);
  };
  const run = async (): Promise<void> => {
    isUnderWay = true;
    while (waiting.length > 0) {
      // Who asks in the same turn of the event loop goes along.
      await setImmediate();
      await sendTogether(takeNext());
    }
    isUnderWay = false;
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (!isUnderWay) void run();
    });
}
