import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { messages } from '../../scripts/console-messages.mjs';
import { environment, guarded, scriptArguments, type Variables } from '../../scripts/run-script';
import { root } from './source-files';

/** One process of `npm run jobs`, on the database of its settings. */
export class JobProcess {
  private said = '';

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.said += chunk.toString('utf8');
      });
  }

  /** Starts one and waits until it works. */
  static async start(settings: Variables): Promise<JobProcess> {
    const child = spawn(process.execPath, [...guarded, ...scriptArguments('jobs.ts')], {
      cwd: root,
      env: environment({ LOG_LEVEL: 'warn', ...settings }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const started = new JobProcess(child);
    while (!started.said.includes(messages.jobsReady)) {
      if (child.exitCode !== null) throw new Error(`the job process has ended:\n${started.said}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return started;
  }

  /** Kills the process at once, even in the middle of a job. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const ended = once(this.child, 'exit');
    if (this.child.exitCode === null && this.child.signalCode === null && this.child.kill(signal)) await ended;
  }
}
