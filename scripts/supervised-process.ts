import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { messages } from './console-messages.mjs';
import { endGroup } from './running-process';
import { stopSignal } from './shutdown';

/** Milliseconds before a process is started again, by the number of its deaths in a row; the last for all further ones. */
export const restartPauses = [0, 1_000, 2_000, 5_000, 10_000, 30_000];
/** A process that has run for so long had started well, so that its next death is the first one again. */
export const steadyAfter = 60_000;

/** A process that has had time to begin and then leaves so many probes in a row unanswered is frozen or stuck. */
const probes = { interval: 5_000, most: 6, notBefore: 60_000 };

/** A process that leads its own group and is started again, for ever, whenever and however it ends. */
export class SupervisedProcess {
  private process: ChildProcess;
  private begun = 0;
  private deaths = 0;
  private isStopping = false;

  /** `begin` starts the process; `announce` says that it has died of something and is started again in some seconds. */
  constructor(
    private readonly begin: () => ChildProcess,
    private readonly announce: (reason: string, seconds: number) => void,
  ) {
    this.process = this.start();
  }

  /** Kills a process that is there but answers no probe for half a minute, so that another one takes its place. */
  async watch(answers: (child: ChildProcess) => Promise<boolean>): Promise<void> {
    for (let silent = 0; !stopSignal.aborted && !this.isStopping; ) {
      const [isAlive] = await Promise.all([answers(this.process), pause(probes.interval)]);
      silent = isAlive ? 0 : silent + 1;
      if (silent < probes.most || performance.now() - this.begun < probes.notBefore) continue;
      console.error(messages.processFrozen);
      this.process.kill('SIGKILL');
      silent = 0;
    }
  }

  /** Ends the process for good; it may finish its work within a limited time. */
  stop(milliseconds: number): Promise<void> {
    this.isStopping = true;
    return endGroup(this.process, milliseconds);
  }

  private start(): ChildProcess {
    this.begun = performance.now();
    const child = this.begin();
    child.once('exit', (code, signal) => void this.startAgain(signal ?? String(code)));
    // No memory or no number for a process is left: there is no process that could exit.
    child.once('error', (error) => child.pid ?? void this.startAgain(error.message));
    return child;
  }

  private async startAgain(reason: string): Promise<void> {
    if (stopSignal.aborted || this.isStopping) return;
    if (performance.now() - this.begun > steadyAfter) this.deaths = 0;
    const milliseconds = restartPauses[Math.min(this.deaths, restartPauses.length - 1)] ?? 0;
    this.deaths += 1;
    this.announce(reason, milliseconds / 1_000);
    await pause(milliseconds);
    if (!stopSignal.aborted && !this.isStopping) this.process = this.start();
  }
}
