import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { messages } from './console-messages.mjs';
import { beginProcess, guarded, scriptArguments, type Variables } from './run-script';
import { SupervisedProcess } from './supervised-process';

/**
 * Megabytes of the young generation. A job streams rows that are used once, so frequent collections keep the heap
 * small. `npm run jobs` uses the same value.
 */
export const youngSpace = '--max-semi-space-size=4';

const stopTimeout = 4_000;
const answerTimeout = 5_000;

/** The process that runs the portal's jobs beside its web server; one that dies is replaced. */
export class JobWorker {
  private readonly supervised: SupervisedProcess;

  constructor(variables: Variables) {
    const settings = { ...variables, PORTAL_PROCESS: 'jobs', NODE_ENV: 'production' };
    const begin = () => beginProcess([youngSpace, ...guarded, ...scriptArguments('jobs.ts')], settings);
    this.supervised = new SupervisedProcess(begin, (reason, seconds) =>
      console.error(messages.jobsDied(reason, seconds)),
    );
    void this.supervised.watch(answers);
  }

  /** Lets running jobs finish for a limited time; the next worker starts unfinished ones again. */
  stop(): Promise<void> {
    return this.supervised.stop(stopTimeout);
  }
}

/** Asks the process for a sign of life, which `jobs.ts` gives. */
async function answers(child: ChildProcess): Promise<boolean> {
  try {
    const answer = once(child, 'message', { signal: AbortSignal.timeout(answerTimeout) });
    child.send('ping', () => undefined);
    await answer;
    return true;
  } catch {
    return false;
  }
}
