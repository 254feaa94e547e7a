import type { z } from 'zod';
import { callRunningServer, findRunningServer } from '../data-folder/running-server.ts';
import { openSystem } from '../system/system.ts';
import { nameOperator } from '../audit/operator.ts';
import { CommandFailure } from './command-failure.ts';
import { printAdministrator } from './print-administrator.ts';
import { runControlCommand } from './control-command.ts';

/** Runs a command on the server that has the folder open, or on the folder itself when no server runs. */
export async function askSystem<T extends z.ZodType>(
  dataDir: string,
  command: string,
  body: object,
  answer: T,
): Promise<z.infer<T>> {
  const operator = nameOperator();
  const running = await findRunningServer(dataDir);
  if (running !== undefined) {
    const response = await callRunningServer(running, command, body, operator);
    if (!response.ok) throw new CommandFailure(`The running server answered ${String(response.status)}.`);
    return answer.parse(await response.json());
  }
  const system = await openSystem({ dataDir, onNewAdministrator: printAdministrator });
  try {
    // Catches up with what a server left when it stopped in mid-work.
    await system.worker.start();
    return answer.parse(await runControlCommand(system, command, body, operator));
  } finally {
    await system.close();
  }
}
