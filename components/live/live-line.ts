import type { SavedField } from '@/lib/domain/field-save';
import type { Writer } from '@/lib/domain/live';

/** Something that was recorded of the report; `isYou` where the reader's own account did it, in whatever tab. */
export type LiveNews = { eventId: string; name: string; accountId: string | null; at: string; isYou: boolean };

/** A save, with the new versions of the fields that it brought; null where they are too many to tell. */
export type SavedNews = LiveNews & { fields: { taskId: string; field: SavedField; version: number }[] | null };

export type LiveEars = {
  writers(writers: Writer[]): void;
  saved(news: SavedNews): void;
  reportChanged(news: LiveNews): void;
  connected(isConnected: boolean): void;
};

const delays = { first: 1_000, most: 30_000, announcement: 300 };
/** Who has not touched the page for so long is shown as having it open, not as writing. */
const idleAfter = 120_000;
/** A page out of sight gives its connection back: a browser has but six for one portal where there is no HTTP/2. */
const hiddenFor = 30_000;

/**
 * The line of one tab to the portal: hears who else writes and what is recorded, and says where its officer writes.
 * It comes back by itself, later and later up to half a minute, and then hears what it missed.
 */
export class LiveLine {
  private source: EventSource | null = null;
  private after = '';
  private taskId: string | null = null;
  private saidTaskId: string | null = null;
  private delay = delays.first;
  private retry: number | undefined;
  private saying: number | undefined;
  private idling: number | undefined;
  private hiding: number | undefined;
  private readonly listening = new AbortController();

  constructor(
    private readonly address: string,
    private readonly tabId: string,
    private readonly ears: LiveEars,
  ) {
    const { signal } = this.listening;
    document.addEventListener('visibilitychange', () => this.followSight(), { signal });
    window.addEventListener('pagehide', () => this.leave(), { signal });
    window.addEventListener('pageshow', () => this.connect(), { signal });
    window.addEventListener('online', () => this.connect(), { signal });
    this.connect();
  }

  /** Says in which task the officer writes; call it at every focus or key, only changes are sent. */
  announce(taskId: string | null): void {
    this.taskId = taskId;
    clearTimeout(this.idling);
    if (taskId !== null) this.idling = window.setTimeout(() => this.announce(null), idleAfter);
    clearTimeout(this.saying);
    this.saying = window.setTimeout(() => this.say(), delays.announcement);
  }

  close(): void {
    this.leave();
    this.listening.abort();
    for (const timer of [this.retry, this.saying, this.idling, this.hiding]) clearTimeout(timer);
  }

  private connect(): void {
    if (this.source || document.visibilityState === 'hidden') return;
    clearTimeout(this.retry);
    const query = new URLSearchParams({ tab: this.tabId });
    if (this.taskId) query.set('task', this.taskId);
    if (this.after) query.set('after', this.after);
    this.saidTaskId = this.taskId;
    const source = new EventSource(`${this.address}?${query}`);
    this.source = source;
    source.addEventListener('error', () => this.lose());
    const hear = <Heard>(event: string, told: (heard: Heard) => void) =>
      source.addEventListener(event, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId) this.after = lastEventId;
        told(JSON.parse(data) as Heard);
      });
    hear('hello', () => {
      this.delay = delays.first;
      this.ears.connected(true);
    });
    hear('writers', this.ears.writers);
    hear('saved', this.ears.saved);
    hear('report-changed', this.ears.reportChanged);
  }

  /** The browser's own coming back would name the task and the event of long ago. */
  private lose(): void {
    this.hangUp();
    this.retry = window.setTimeout(() => this.connect(), this.delay);
    this.delay = Math.min(this.delay * 2, delays.most);
  }

  private hangUp(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
    this.ears.connected(false);
    this.ears.writers([]);
  }

  private leave(): void {
    if (!this.source) return;
    this.hangUp();
    void this.post({ leaving: true });
  }

  private followSight(): void {
    clearTimeout(this.hiding);
    if (document.visibilityState === 'hidden') this.hiding = window.setTimeout(() => this.leave(), hiddenFor);
    else this.connect();
  }

  private say(): void {
    if (!this.source || this.taskId === this.saidTaskId) return;
    this.saidTaskId = this.taskId;
    void this.post({});
  }

  private async post(more: { leaving?: true }): Promise<void> {
    const body = JSON.stringify({ tabId: this.tabId, taskId: this.taskId, ...more });
    const headers = { 'Content-Type': 'application/json' };
    const sent = fetch(`${this.address}/presence`, { method: 'POST', body, headers, keepalive: true });
    // Who writes where is a courtesy: what did not arrive is said again with the next change or the next connection.
    await sent.catch(() => undefined);
  }
}
