import { setTimeout as pause } from 'node:timers/promises';
import { stopSignal } from './shutdown';

const intervals = { first: 10_000, longest: 300_000 };

/** Says on the console what is being waited for, after ten seconds and then at growing intervals. */
export class Patience {
  private readonly begun = performance.now();
  private interval = intervals.first;
  private next: number;

  /** `sentence` takes the seconds that have passed; `isEager` says it at the first waiting too. */
  constructor(
    private readonly sentence: (seconds: number) => string,
    isEager = false,
  ) {
    this.next = isEager ? 0 : intervals.first;
  }

  /** Milliseconds since the waiting began. */
  get waited(): number {
    return performance.now() - this.begun;
  }

  /** Prints the sentence when it is time for it, then waits; rejects when the process is asked to stop. */
  async wait(milliseconds: number): Promise<void> {
    const { waited } = this;
    if (waited >= this.next) {
      console.log(this.sentence(Math.round(waited / 1_000)));
      if (this.next > 0) this.interval = Math.min(this.interval * 2, intervals.longest);
      this.next = waited + this.interval;
    }
    await pause(milliseconds, undefined, { signal: stopSignal });
  }
}
