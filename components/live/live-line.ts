import type { SavedField } from '@/lib/domain/report/field-save';
import type { Writer } from '@/lib/schemas/live';
import { EventLine, type LineState } from './event-line';

/** A recorded event of the report; `isYou` where the reader's own account caused it, in any tab. */
export type LiveNews = { eventId: string; name: string; accountId: string | null; at: string; isYou: boolean };

/** A save, with the new versions of the saved fields; null if they are too many to send. */
export type SavedNews = LiveNews & { fields: { taskId: string; field: SavedField; version: number }[] | null };

export type LiveHandlers = {
  writers(writers: Writer[]): void;
  saved(news: SavedNews): void;
  reportChanged(news: LiveNews): void;
  became(state: LineState): void;
};

/** Milliseconds before a move to another task is announced. */
const announcementDelay = 300;
/** Time without input after which a person is shown as having the page open, not as writing. */
const idleAfter = 120_000;

/**
 * A tab's live connection to the portal: it receives the other writers and the recorded events, and announces the task
 * that its officer is editing.
 */
export class LiveLine {
  private readonly line: EventLine;
  private taskId: string | null = null;
  private saidTaskId: string | null = null;
  private saying: number | undefined;
  private idling: number | undefined;

  constructor(
    private readonly address: string,
    private readonly tabId: string,
    handlers: LiveHandlers,
  ) {
    this.line = new EventLine({
      address: (after) => this.addressAfter(after),
      handlers: { writers: handlers.writers, saved: handlers.saved, 'report-changed': handlers.reportChanged },
      became: (state) => {
        handlers.became(state);
        if (state !== 'live') handlers.writers([]);
      },
      left: () => void this.post({ leaving: true }),
    });
  }

  /** Announces the task being edited; call it at every focus or key, because only changes are sent. */
  announce(taskId: string | null): void {
    this.taskId = taskId;
    clearTimeout(this.idling);
    if (taskId !== null) this.idling = window.setTimeout(() => this.announce(null), idleAfter);
    clearTimeout(this.saying);
    this.saying = window.setTimeout(() => this.say(), announcementDelay);
  }

  close(): void {
    this.line.close();
    for (const timer of [this.saying, this.idling]) clearTimeout(timer);
  }

  private addressAfter(after: string): string {
    const query = new URLSearchParams({ tab: this.tabId });
    if (this.taskId) query.set('task', this.taskId);
    if (after) query.set('after', after);
    this.saidTaskId = this.taskId;
    return `${this.address}?${query}`;
  }

  private say(): void {
    if (!this.line.isOpen() || this.taskId === this.saidTaskId) return;
    this.saidTaskId = this.taskId;
    void this.post({});
  }

  private async post(more: { leaving?: true }): Promise<void> {
    const body = JSON.stringify({ tabId: this.tabId, taskId: this.taskId, ...more });
    const headers = { 'Content-Type': 'application/json' };
    const sent = fetch(`${this.address}/presence`, { method: 'POST', body, headers, keepalive: true });
    // Presence may get lost: it is sent again with the next change or the next connection.
    await sent.catch(() => undefined);
  }
}
