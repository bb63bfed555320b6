import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** The channel on which the trigger "Event_public_change" tells of changes. */
const channel = 'portal_public';

/** In milliseconds, on a clock that nobody sets. */
const times = { vouched: 2_000, betweenPings: 400, answer: 1_500, retry: 500 };

/**
 * The connection on which the database tells this process of public changes. It is asked more than twice a second: a
 * change that was committed before a question was put has been heard by the time of its answer, so while the last
 * answered question is recent, nothing older than that can have been missed.
 */
export class PublicListener {
  private askedAt = Number.NEGATIVE_INFINITY;
  private isWanted = true;
  private readonly url: string | undefined;
  private readonly changed: (reportId?: string) => void;

  /** `changed` is called with a report's id, or with nothing where everything may have changed. */
  constructor(url: string | undefined, changed: (reportId?: string) => void) {
    this.url = url;
    this.changed = changed;
    void this.keepListening();
  }

  /** Says whether every change but those of the last two seconds has been heard. */
  isUpToDate(): boolean {
    return performance.now() - this.askedAt < times.vouched;
  }

  stop(): void {
    this.isWanted = false;
  }

  private async keepListening(): Promise<void> {
    while (this.isWanted) {
      await this.listen().catch(() => undefined);
      if (this.isWanted) await pause(times.retry, undefined, { ref: false });
    }
  }

  /** Listens until the connection fails; what it missed before and between is unknown. */
  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'portal public pages',
      connectionTimeoutMillis: times.answer,
      query_timeout: times.answer,
      keepAlive: true,
    });
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.changed(payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      this.changed();
      while (this.isWanted) {
        const asked = performance.now();
        await client.query('SELECT 1');
        this.askedAt = asked;
        await pause(times.betweenPings, undefined, { ref: false });
      }
    } finally {
      this.askedAt = Number.NEGATIVE_INFINITY;
      // A connection that broke silently cannot be ended.
      client.end().catch(() => undefined);
    }
  }
}
