import { stop, stopOnSignals, stopSignal } from './shutdown';

/** A failure that one sentence explains to the operator; the commands print it without a stack and end with 1. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** Runs a command's main function, then closes what it opened; a failure is told and ends the process with 1. */
export async function runMain(main: () => Promise<void>): Promise<void> {
  stopOnSignals(1, () => undefined);
  try {
    await main();
    await stop(0);
  } catch (error) {
    if (!stopSignal.aborted) tell(error);
    await stop(1);
  }
}

/** Says what went wrong: a sentence where there is one, what a failed command had printed, or the whole error. */
export function tell(error: unknown): void {
  if (error instanceof OperatorError) console.error(error.message);
  else if (error instanceof Error && 'output' in error) console.error(error.output);
  else console.error(error);
}
