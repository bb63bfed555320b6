import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { environment, guarded, scriptArguments, type Variables } from './run-script';
import { endGroup } from './running-process';
import { stopSignal } from './shutdown';

/**
 * Megabytes of the young generation. A job streams rows that are used once, so frequent collections keep the heap
 * small. `npm run jobs` uses the same value.
 */
export const youngSpace = '--max-semi-space-size=4';

const timeouts = { stop: 4_000, restart: 1_000 };

/** The process that runs the portal's jobs beside its web server; one that dies is replaced. */
export class JobWorker {
  private process: ChildProcess;

  constructor(private readonly variables: Variables) {
    this.process = this.begin();
  }

  private begin(): ChildProcess {
    const child = spawn(process.execPath, [youngSpace, ...guarded, ...scriptArguments('jobs.ts')], {
      cwd: projectRoot,
      env: environment({ ...this.variables, NODE_ENV: 'production' }),
      // As for the web server: Ctrl-C is passed on by the launcher.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('exit', (code, signal) => void this.replace(signal ?? String(code)));
    return child;
  }

  private async replace(reason: string): Promise<void> {
    if (stopSignal.aborted) return;
    console.error(messages.jobsDied(reason));
    await pause(timeouts.restart);
    if (!stopSignal.aborted) this.process = this.begin();
  }

  /** Lets running jobs finish for a limited time; the next worker starts unfinished ones again. */
  stop(): Promise<void> {
    return endGroup(this.process, timeouts.stop);
  }
}
