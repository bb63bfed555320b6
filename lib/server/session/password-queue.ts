import 'server-only';

/** The order of those who wait: known devices, addresses without a recent wrong password, all others. */
export type QueueRank = 0 | 1 | 2;

type Waiting = { start(): void; turnAway(): void };

/**
 * Lets a few password checks run at once, because each costs as much processor time as many pages. Those who wait are taken
 * by rank, and within a rank one of each key in turn, so that a flood from one address holds up nobody else. One check of a
 * key runs at a time. Where all places are taken, whoever has the most waiting is turned away.
 */
export class PasswordQueue {
  private readonly ranks = [0, 1, 2].map(() => new Map<string, Waiting[]>());
  private readonly running = new Set<string>();
  private waiting = 0;
  private started = 0;

  constructor(
    private readonly atOnce: number,
    private readonly places: number,
  ) {}

  /** Runs the work when its turn has come; gives `turned-away`, at once or while it waits, where there is no place. */
  async run<Value>(key: string, rank: QueueRank, work: () => Promise<Value>): Promise<Value | 'turned-away'> {
    const begins = await this.turnOf(key, rank);
    if (!begins) return 'turned-away';
    try {
      return await work();
    } finally {
      this.running.delete(key);
      this.startNext();
    }
  }

  private turnOf(key: string, rank: QueueRank): Promise<boolean> {
    if (this.waiting >= this.places && !this.turnOneAway(key, rank)) return Promise.resolve(false);
    const turn = new Promise<boolean>((resolve) => {
      this.lineOf(rank, key).push({ start: () => resolve(true), turnAway: () => resolve(false) });
    });
    this.waiting += 1;
    this.startNext();
    return turn;
  }

  private lineOf(rank: QueueRank, key: string): Waiting[] {
    const line = this.ranks[rank]?.get(key) ?? [];
    this.ranks[rank]?.set(key, line);
    return line;
  }

  /** Turns away the last of the longest line in a rank behind this one, or in this one if it is longer than its own. */
  private turnOneAway(key: string, rank: QueueRank): boolean {
    const behind = this.ranks.findLastIndex((lines) => lines.size > 0);
    if (behind < rank) return false;
    const lines = this.ranks[behind] ?? new Map<string, Waiting[]>();
    const [longestKey, longest] = [...lines].reduce((one, other) => (other[1].length > one[1].length ? other : one));
    const own = behind === rank ? (lines.get(key)?.length ?? 0) : 0;
    if (behind === rank && longest.length <= own + 1) return false;
    longest.pop()?.turnAway();
    this.waiting -= 1;
    if (longest.length === 0) lines.delete(longestKey);
    return true;
  }

  private startNext(): void {
    while (this.running.size < this.atOnce) {
      // Every fourth turn goes by the ranks from the end, so that the last one is slow but never stands still.
      const ranks = this.started % 4 === 3 ? this.ranks.toReversed() : this.ranks;
      if (!ranks.some((lines) => this.startOneOf(lines))) return;
      this.started += 1;
    }
  }

  private startOneOf(lines: Map<string, Waiting[]>): boolean {
    for (const [key, line] of lines) {
      if (this.running.has(key)) continue;
      // The key goes to the end of its rank.
      lines.delete(key);
      const next = line.shift();
      if (line.length > 0) lines.set(key, line);
      if (!next) continue;
      this.running.add(key);
      this.waiting -= 1;
      next.start();
      return true;
    }
    return false;
  }
}

const key = Symbol.for('portal.password-queue');
const kept = globalThis as { [key]?: PasswordQueue };

/** Two checks at once and 400 that wait, who are all answered within some ten seconds; one queue for each process. */
export const passwordQueue = kept[key] ?? new PasswordQueue(2, 400);
kept[key] = passwordQueue;
