import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { environment, guarded, scriptArguments, type Variables } from './run-script';
import { endGroup } from './running-process';
import { stopSignal } from './shutdown';

/**
 * Megabytes of what is young: a job streams rows that nobody needs again, and a heap that is swept often stays small.
 * `npm run jobs` says the same.
 */
export const youngSpace = '--max-semi-space-size=4';

const patience = { stop: 4_000, restart: 1_000 };

/** The process that works off the portal's jobs beside its web server; one that dies is replaced. */
export class JobWorker {
  private process: ChildProcess;

  constructor(private readonly variables: Variables) {
    this.process = this.begin();
  }

  private begin(): ChildProcess {
    const child = spawn(process.execPath, [youngSpace, ...guarded, ...scriptArguments('jobs.ts')], {
      cwd: projectRoot,
      env: environment({ ...this.variables, NODE_ENV: 'production' }),
      // As the web server: Ctrl-C reaches it through the launcher.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.once('exit', (code, signal) => void this.replace(signal ?? String(code)));
    return child;
  }

  private async replace(reason: string): Promise<void> {
    if (stopSignal.aborted) return;
    console.error(messages.jobsDied(reason));
    await pause(patience.restart);
    if (!stopSignal.aborted) this.process = this.begin();
  }

  /** Lets the jobs under way end, but not for ever: what does not end is done anew by the next worker. */
  stop(): Promise<void> {
    return endGroup(this.process, patience.stop);
  }
}
