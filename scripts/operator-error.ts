import { stop, stopOnSignals, stopSignal } from './shutdown';

/** A failure that one sentence explains to the operator; commands print it without a stack trace and exit with 1. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** Runs a command's main function, then closes its resources; a failure is printed and ends the process with 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  stopOnSignals(1, () => undefined);
  try {
    await main();
    await stop(0);
  } catch (error) {
    if (!stopSignal.aborted) printError(error);
    await stop(1);
  }
}

/** Prints an error: its sentence if there is one, the output of a failed command, or the whole error. */
export function printError(error: unknown): void {
  if (error instanceof OperatorError) console.error(error.message);
  else if (error instanceof Error && 'output' in error) console.error(error.output);
  else console.error(error);
}
