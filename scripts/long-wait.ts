import { setTimeout as pause } from 'node:timers/promises';
import { stopSignal } from './shutdown';

const intervals = { first: 10_000, longest: 300_000 };

/** Says on the console what is being waited for, after some seconds and then at growing intervals. */
export class LongWait {
  private readonly begun = performance.now();
  private interval = intervals.first;

  /** `sentence` takes the seconds that have passed; it is said first when `next` milliseconds have. */
  constructor(
    private readonly sentence: (seconds: number) => string,
    private next = intervals.first,
  ) {}

  /** Milliseconds since the waiting began. */
  get waited(): number {
    return performance.now() - this.begun;
  }

  /** Prints the sentence when it is time for it, then waits; rejects when the process is asked to stop. */
  async wait(milliseconds: number): Promise<void> {
    const { waited } = this;
    if (waited >= this.next) {
      console.log(this.sentence(Math.round(waited / 1_000)));
      this.next = waited + this.interval;
      this.interval = Math.min(this.interval * 2, intervals.longest);
    }
    await pause(milliseconds, undefined, { signal: stopSignal });
  }
}
