import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { messages } from './console-messages.mjs';
import { projectRoot } from './install.mjs';
import { OperatorError } from './operator-error';
import { environment, type Variables } from './run-script';
import { endGroup } from './running-process';
import { webProgram } from './web-program';

/** A browser may keep an idle connection open, so a stop waits hardly longer than a response takes. */
const timeouts = { answer: 60_000, stop: 4_000 };

/** The framework's server in its own process. */
export class WebServer {
  private readonly process: ChildProcess;
  private isStopping = false;
  private ending: string | null = null;

  /** `died` is called with the reason when it ends without having been stopped. */
  constructor(
    mode: 'start' | 'dev',
    private readonly port: number,
    variables: Variables,
    died: (reason: string) => void,
  ) {
    this.process = spawn(process.execPath, webProgram, {
      cwd: projectRoot,
      env: environment({ ...variables, PORT: String(port), NODE_ENV: mode === 'dev' ? 'development' : 'production' }),
      // Its own process group: Ctrl-C is passed on by the launcher, which keeps the database running until this has
      // ended.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.process.once('exit', (code, signal) => {
      this.ending = signal ?? String(code);
      if (!this.isStopping) died(this.ending);
    });
  }

  /** Waits until the portal is healthy. Throws OperatorError when it is not. */
  async waitUntilHealthy(): Promise<void> {
    for (const begun = Date.now(); Date.now() - begun < timeouts.answer; ) {
      if (this.ending !== null) throw new OperatorError(messages.serverDied(this.ending));
      if (await isHealthy(this.port)) return;
      await pause(25);
    }
    throw new OperatorError(messages.serverDoesNotAnswer);
  }

  /** Lets running responses finish for a limited time. */
  stop(): Promise<void> {
    this.isStopping = true;
    return endGroup(this.process, timeouts.stop);
  }
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
